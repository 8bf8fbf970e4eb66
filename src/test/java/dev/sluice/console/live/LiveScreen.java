package dev.sluice.console.live;

import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.support.DeploymentColor;
import io.fair_acc.chartfx.XYChart;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
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
        var drawing = chart(chart);
        var corner = drawing.getCanvas().localToScreen(0, 0);
        robot.moveTo(
                corner.getX() + where * drawing.getXAxis().getLength(),
                corner.getY() + drawing.getYAxis().getLength() / 2);
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

    /** What the dots before the names of who has live requests are styled by. */
    List<String> dots(String table) {
        return robot.lookup(table + " .deployment-dot").queryAll().stream()
                .filter(dot -> dot.getParent().isVisible())
                .flatMap(dot -> dot.getStyleClass().stream())
                .filter(styled -> !styled.equals("deployment-dot"))
                .distinct()
                .toList();
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

    /** What stands beside the marks that the mouse is near, in whichever charts. */
    List<String> marksSay() {
        return robot.lookup(".mark-text").queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .toList();
    }

    LiveScreen pointAtRow(String deployment) {
        // The table may get its place only while the mouse is on its way.
        await("the mouse on the row of " + deployment).until(() -> {
            robot.moveTo(readout()).moveTo(row(deployment));
            waitForFxEvents();
            return isPointedAt(row(deployment));
        });
        return this;
    }

    private static boolean isPointedAt(Node inRow) {
        var at = inRow;
        while (!(at instanceof TableRow)) {
            at = at.getParent();
        }
        return at.isHover();
    }

    /** What a tooltip says at the row's p50. */
    String toldAtFirstLatency(String deployment) {
        var cell = row(deployment).getParent().lookupAll(".latency").stream()
                .map(Labeled.class::cast)
                .min(Comparator.comparingDouble(Node::getLayoutX))
                .orElseThrow();
        robot.moveTo(readout()).moveTo(cell);
        waitForFxEvents();
        return Optional.ofNullable(cell.getTooltip()).map(Tooltip::getText).orElse("");
    }

    LiveScreen clickRow(String deployment) {
        robot.clickOn(row(deployment));
        waitForFxEvents();
        return this;
    }

    private Node row(String deployment) {
        return robot.from(readout()).lookup(deployment).query();
    }

    /** Until something in the deployment's full colour is drawn on the chart. */
    LiveScreen awaitFull(String chart, DeploymentColor color) {
        await("full " + color).until(() -> isDrawnFull(chart, color));
        return this;
    }

    /** Until nothing in the deployment's full colour is drawn on the chart. */
    LiveScreen awaitFaded(String chart, DeploymentColor color) {
        await("faded " + color).until(() -> !isDrawnFull(chart, color));
        return this;
    }

    private boolean isDrawnFull(String chart, DeploymentColor color) {
        var picture = new WritableImage[1];
        robot.interact(() -> picture[0] = chart(chart).getCanvas().snapshot(null, null));
        return Pixels.has(picture[0], Color.web(color.hex()));
    }

    boolean chartIsInSight(String name) {
        var drawing = chart(name);
        var charts = robot.lookup("#live-charts").query();
        return drawing.localToScene(drawing.getLayoutBounds())
                .intersects(charts.localToScene(charts.getLayoutBounds()));
    }

    boolean chartIsWhollyInSight(String name) {
        var drawing = chart(name);
        var charts = robot.lookup("#live-charts").query();
        return charts.localToScene(charts.getLayoutBounds()).contains(drawing.localToScene(drawing.getLayoutBounds()));
    }

    /** Each time below the charts, where it is in the scene. */
    Map<String, Double> times() {
        var middles = new TreeMap<String, Double>();
        robot.lookup(".time-mark").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .forEach(time -> middles.putIfAbsent(
                        time.getText(),
                        time.localToScene(time.getLayoutBounds()).getCenterX()));
        return middles;
    }

    /** Where a moment is in the scene. */
    double placeOf(double moment, String chart) {
        var drawing = chart(chart);
        return drawing.getCanvas()
                .localToScene(drawing.getXAxis().getDisplayPosition(moment), 0)
                .getX();
    }

    boolean scrollsAlongTheRows() {
        return barAlongTheRows().filter(Node::isVisible).isPresent();
    }

    boolean rowIsFreeOfTheBar(String deployment) {
        var bar = barAlongTheRows().orElseThrow();
        return row(deployment).localToScene(row(deployment).getLayoutBounds()).getMaxY()
                <= bar.localToScene(bar.getLayoutBounds()).getMinY();
    }

    private Optional<Node> barAlongTheRows() {
        return robot.from(readout()).lookup(".scroll-bar").queryAll().stream()
                .filter(bar -> bar instanceof ScrollBar scroll && scroll.getOrientation() == Orientation.HORIZONTAL)
                .findFirst();
    }

    /** Whether it is drawn in each of them. */
    boolean crosshairIsInAllCharts() {
        return robot.lookup(".crosshair").queryAll().stream().allMatch(Node::isVisible);
    }
}
