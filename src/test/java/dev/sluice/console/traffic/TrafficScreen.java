package dev.sluice.console.traffic;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The traffic page as a user knows it. Ids and waiting live here, not in the stories. */
final class TrafficScreen {

    private final FxRobot robot;

    TrafficScreen(FxRobot robot) {
        this.robot = robot;
    }

    /** Drags the slider's thumb by the mouse, as far as this share. */
    TrafficScreen dragShare(String deployment, int percent) {
        var slider = robot.lookup("#share-" + deployment).queryAs(Slider.class);
        var thumb = slider.lookup(".thumb");
        double track = slider.getWidth() - thumb.getLayoutBounds().getWidth();
        double pixels = (percent - slider.getValue()) * track / 100;
        robot.drag(thumb).dropBy(pixels, 0);
        waitForFxEvents();
        return this;
    }

    TrafficScreen typeShare(String deployment, int percent) {
        robot.doubleClickOn("#share-number-" + deployment + " .text-field")
                .write(String.valueOf(percent))
                .push(KeyCode.ENTER);
        waitForFxEvents();
        return this;
    }

    TrafficScreen nudgeUp(String deployment) {
        robot.interact(() -> robot.lookup("#share-" + deployment).query().requestFocus());
        robot.push(KeyCode.RIGHT);
        waitForFxEvents();
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
        robot.doubleClickOn("#mirror-number .text-field")
                .write(String.valueOf(percent))
                .push(KeyCode.ENTER);
        waitForFxEvents();
        return this;
    }

    int share(String deployment) {
        return (int) robot.lookup("#share-" + deployment).queryAs(Slider.class).getValue();
    }

    boolean isDraft() {
        return robot.lookup("#traffic-draft-mark").query().isVisible();
    }

    String text(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    boolean isOffered(String id) {
        return !robot.lookup("#" + id).query().isDisabled();
    }
}
