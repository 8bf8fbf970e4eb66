package dev.sluice.console;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.control.Fleet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The window as a user knows it. Ids and waiting live here, not in the stories. */
final class ConsoleScreen {

    private final FxRobot robot;
    private final FakeControl control;

    ConsoleScreen(FxRobot robot, FakeControl control) {
        this.robot = robot;
        this.control = control;
    }

    /** The runtime tells a newer picture. */
    ConsoleScreen runtimeShows(Fleet fleet) {
        robot.interact(() -> control.push(fleet));
        waitForFxEvents();
        return this;
    }

    ConsoleScreen press(String button) {
        robot.clickOn(button);
        waitForFxEvents();
        return this;
    }

    ConsoleScreen keys(KeyCode... combination) {
        robot.push(combination);
        waitForFxEvents();
        return this;
    }

    ConsoleScreen type(String text) {
        robot.write(text);
        waitForFxEvents();
        return this;
    }

    ConsoleScreen choose(String name) {
        robot.clickOn(robot.lookup(".explorer-cell").lookup(name).<Node>query());
        waitForFxEvents();
        return this;
    }

    String title() {
        return text("#shell-title");
    }

    String state() {
        return text("#shell-state");
    }

    String text(String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    String field(String id) {
        return robot.lookup(id).queryAs(TextField.class).getText();
    }

    String block(String id) {
        return robot.lookup(id).queryAs(TextInputControl.class).getText();
    }

    boolean isOffered(String id) {
        return !robot.lookup(id).queryAs(Button.class).isDisabled();
    }

    boolean shows(String id) {
        return robot.lookup(id).tryQuery().map(ConsoleScreen::isSeen).orElse(false);
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
