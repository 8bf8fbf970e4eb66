package dev.sluice.app;

import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.support.code.CodeEditor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a real runtime, as a user knows it. Ids and waiting live here, not in the story. */
final class RolloutScreen {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final FxRobot robot;

    RolloutScreen(FxRobot robot) {
        this.robot = robot;
    }

    RolloutScreen press(String button) {
        await().atMost(PATIENCE).until(() -> isOffered(button));
        robot.interact(() -> scrollTo(robot.lookup(button).query()));
        robot.clickOn(button);
        waitForFxEvents();
        return this;
    }

    /** As a user does with the wheel, if what is to be pressed is further down. */
    private static void scrollTo(Node node) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane) {
                var content = pane.getContent();
                double top = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                        .getMinY();
                double hidden = content.getLayoutBounds().getHeight()
                        - pane.getViewportBounds().getHeight();
                pane.setVvalue(hidden <= 0 ? 0 : Math.min(1, Math.max(0, top - 40) / hidden));
                pane.layout();
            }
        }
    }

    RolloutScreen type(String field, String text) {
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(text);
        waitForFxEvents();
        return this;
    }

    /** Chooses what bears that name in the tree at the left; the tree may be redrawn meanwhile, as users know. */
    RolloutScreen choose(String name) {
        await().atMost(PATIENCE).until(() -> {
            placeInTree(name).ifPresent(robot::clickOn);
            waitForFxEvents();
            return text("#shell-title").endsWith(name);
        });
        return this;
    }

    private Optional<Point2D> placeInTree(String name) {
        return seen(() -> robot.lookup(".explorer-cell")
                .lookup(name)
                .<Node>tryQuery()
                .filter(node -> node.getScene() != null)
                .map(node -> node.localToScreen(node.getBoundsInLocal()))
                .map(bounds -> new Point2D(bounds.getCenterX(), bounds.getCenterY())));
    }

    boolean treeShows(String name) {
        return seen(() -> robot.lookup(".explorer-cell").lookup(name).tryQuery().isPresent());
    }

    RolloutScreen openPage(String page) {
        robot.clickOn("#tab-" + page);
        waitForFxEvents();
        return this;
    }

    RolloutScreen awaitState(String state) {
        await().atMost(PATIENCE).until(() -> text("#shell-state").equals(state));
        return this;
    }

    RolloutScreen awaitText(String id, String part) {
        await().atMost(PATIENCE).until(() -> text(id).contains(part));
        return this;
    }

    RolloutScreen scaleTo(int instances) {
        robot.clickOn("#overview-wanted .text-field")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write(String.valueOf(instances))
                .push(KeyCode.ENTER);
        return press("#overview-scale");
    }

    /** Drags the border between the two deployments by the mouse; the last bit by the keyboard. */
    RolloutScreen dragLeftShareTo(String left, int percent) {
        var slider = robot.lookup("#share-fade").queryAs(Slider.class);
        var thumb = slider.lookup(".thumb");
        double track = slider.getWidth() - thumb.getLayoutBounds().getWidth();
        robot.drag(thumb).dropBy((percent - slider.getValue()) * track / 100, 0);
        waitForFxEvents();
        for (int off = percent - share(left); off != 0; off = percent - share(left)) {
            robot.interact(slider::requestFocus);
            robot.push(off > 0 ? KeyCode.RIGHT : KeyCode.LEFT);
            waitForFxEvents();
        }
        return this;
    }

    int share(String deployment) {
        return seen(() -> (int) robot.lookup("#share-number-" + deployment)
                .queryAs(Spinner.class)
                .getValue());
    }

    RolloutScreen mirrorTo(String deployment, int percent) {
        chooseIn("#mirror-target", deployment);
        robot.clickOn("#mirror-number .text-field")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write(String.valueOf(percent))
                .push(KeyCode.ENTER);
        waitForFxEvents();
        return this;
    }

    RolloutScreen chooseIn(String box, String entry) {
        robot.clickOn(box);
        waitForFxEvents();
        robot.clickOn(robot.lookup(".combo-box-popup .list-cell").lookup(entry).<Node>query());
        waitForFxEvents();
        return this;
    }

    RolloutScreen scrollDownOver(String node) {
        robot.moveTo(node).scroll(30, VerticalDirection.UP);
        waitForFxEvents();
        return this;
    }

    /** What the field or label shows; empty if it is not there. */
    String text(String id) {
        return seen(() -> robot.lookup(id).tryQuery().map(RolloutScreen::textOf).orElse(""));
    }

    /** The number that the field or label shows; 0 if there is none. */
    int number(String id) {
        var digits = text(id).replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    boolean shows(String id) {
        return seen(() -> robot.lookup(id).tryQuery().map(RolloutScreen::isSeen).orElse(false));
    }

    boolean isOffered(String button) {
        return seen(() -> robot.lookup(button)
                .<Node>tryQuery()
                .filter(RolloutScreen::isSeen)
                .map(found -> !(found instanceof Button) || !found.isDisabled())
                .orElse(false));
    }

    List<String> lines(String list) {
        return seen(() -> ((ListView<?>) robot.lookup(list).query())
                .getItems().stream().map(String::valueOf).toList());
    }

    /** Looks on the UI's own thread: anywhere else the scene may change under the eyes. */
    private static <T> T seen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, look);
    }

    private static String textOf(Node node) {
        if (node instanceof Labeled labeled) {
            return String.valueOf(labeled.getText());
        }
        if (node instanceof CodeEditor code) {
            return code.getText();
        }
        return node instanceof TextInputControl field ? field.getText() : "";
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
