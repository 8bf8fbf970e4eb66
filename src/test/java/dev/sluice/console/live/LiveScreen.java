package dev.sluice.console.live;

import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.fair_acc.chartfx.XYChart;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The live page as a user knows it. Ids and waiting live here, not in the stories. */
final class LiveScreen {

    private final FxRobot robot;

    LiveScreen(FxRobot robot) {
        this.robot = robot;
    }

    LiveScreen press(String text) {
        robot.clickOn(text);
        waitForFxEvents();
        return this;
    }

    LiveScreen key(KeyCode code) {
        robot.push(code);
        waitForFxEvents();
        return this;
    }

    LiveScreen focusCharts() {
        robot.interact(() -> robot.lookup("#live-charts").query().requestFocus());
        return this;
    }

    /** @param where 0 is the left end of the chart, 1 the right one */
    LiveScreen pointInto(String chart, double where) {
        var plot = onScreen(chart(chart).getCanvas());
        robot.moveTo(plot.getMinX() + where * plot.getWidth(), plot.getCenterY());
        waitForFxEvents();
        return this;
    }

    LiveScreen awaitRows(int rows) {
        await().until(() -> readout().getItems().size() == rows);
        waitForFxEvents();
        return this;
    }

    TableView<Readout.Row> readout() {
        return robot.lookup("#live-newest").queryTableView();
    }

    TableView<Entry> table() {
        return robot.lookup("#live-all").queryTableView();
    }

    String readoutTitle() {
        return text("#live-readout-title");
    }

    String text(String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    boolean shows(String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    XYChart chart(String name) {
        return robot.lookup("#live-chart-" + name).queryAs(XYChart.class);
    }

    /** Whether it is drawn in each of them. */
    boolean crosshairIsInAllCharts() {
        return robot.lookup(".crosshair").queryAll().stream().allMatch(Node::isVisible);
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }
}
