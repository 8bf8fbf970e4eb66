package dev.sluice.console.traffic;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The traffic page as a user knows it. Ids and waiting live here, not in the stories. */
final class TrafficScreen {

    private final FxRobot robot;

    TrafficScreen(FxRobot robot) {
        this.robot = robot;
    }

    /** Drags the border between the only two deployments by the mouse, until the left one has this share. */
    TrafficScreen dragLeftShareTo(int percent) {
        var slider = robot.lookup("#share-fade").queryAs(Slider.class);
        var thumb = slider.lookup(".thumb");
        double track = slider.getWidth() - thumb.getLayoutBounds().getWidth();
        robot.drag(thumb).dropBy((percent - slider.getValue()) * track / 100, 0);
        waitForFxEvents();
        return this;
    }

    /** Drags the divider at the right end of a deployment's part by so many percent. */
    TrafficScreen dragDivider(String left, int percent) {
        var divider = robot.lookup("#share-divider-" + left).query();
        double width = divider.getParent().getLayoutBounds().getWidth();
        robot.drag(divider).dropBy(percent * width / 100, 0);
        waitForFxEvents();
        return this;
    }

    /** How many pixels the middle of the divider at the right end of a deployment's part is from that percent of the bar. */
    double offBorder(String left, int percent) {
        var divider = robot.lookup("#share-divider-" + left).query();
        double width = divider.getParent().getLayoutBounds().getWidth();
        return divider.getBoundsInParent().getCenterX() - percent * width / 100;
    }

    /** Without Enter: what is typed counts. */
    TrafficScreen typeShare(String deployment, int percent) {
        return type("#share-number-" + deployment, String.valueOf(percent));
    }

    TrafficScreen type(String number, String text) {
        robot.clickOn(number + " .text-field").push(KeyCode.CONTROL, KeyCode.A).write(text);
        waitForFxEvents();
        return this;
    }

    TrafficScreen focus(String id) {
        robot.interact(() -> robot.lookup(id).query().requestFocus());
        return this;
    }

    TrafficScreen press(String button) {
        robot.clickOn(button);
        waitForFxEvents();
        return this;
    }

    TrafficScreen push(KeyCode... keys) {
        robot.push(keys);
        waitForFxEvents();
        return this;
    }

    TrafficScreen flipLiveTraffic() {
        robot.clickOn(robot.lookup("#traffic-live").lookup(".thumb-area").<Node>query());
        waitForFxEvents();
        return this;
    }

    TrafficScreen mirrorShare(int percent) {
        return type("#mirror-number", String.valueOf(percent));
    }

    /** What the dot before the first deployment's name is styled by. */
    List<String> dot() {
        return robot.lookup(".share-name .deployment-dot").query().getStyleClass();
    }

    int share(String deployment) {
        return (int) robot.lookup("#share-number-" + deployment)
                .queryAs(Spinner.class)
                .getValue();
    }

    boolean isDraft() {
        return robot.lookup("#traffic-draft-mark").query().isVisible();
    }

    String text(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    /** What is said about it to who cannot see it, which is its tooltip too. */
    String help(String id) {
        return robot.lookup("#" + id).query().getAccessibleHelp();
    }

    boolean isOffered(String id) {
        return !robot.lookup("#" + id).query().isDisabled();
    }

    boolean isShown(String id) {
        return robot.lookup("#" + id).query().isVisible();
    }
}
