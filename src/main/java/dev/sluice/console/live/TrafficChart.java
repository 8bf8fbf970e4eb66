package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.live.LiveFrame.Mark;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.domain.DeploymentName;
import io.fair_acc.chartfx.XYChart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** One of the live page's charts: its lines over the time axis that all charts share. For the UI thread only. */
final class TrafficChart {

    private static final double VALUE_AXIS_WIDTH = 56;

    /** In steps: the number at the topmost mark needs some room above it. */
    private static final double HEADROOM = 0.4;

    private final Chart chart;
    private final ChartScale scale;
    private final FixedAxis time = new FixedAxis();
    private final FixedAxis value = new FixedAxis();
    private final LineRenderer renderer;
    private final XYChart view = new XYChart(time, value);
    private final Line crosshair = new Line();
    private final MarkText markText;
    private final MarkFlags flags = new MarkFlags();
    private final LineText lineText = new LineText();
    private LiveFrame shown = LiveFrame.EMPTY;
    private Optional<Point2D> mouse = Optional.empty();
    private OptionalDouble pointedAt = OptionalDouble.empty();

    TrafficChart(Chart chart, ClockText clock, Function<DeploymentName, DeploymentColor> colors) {
        this.chart = chart;
        scale = new ChartScale(chart);
        renderer = new LineRenderer(colors);
        time.getStyleClass().add("silent"); // the times stand in a strip below all charts
        value.setMinWidth(VALUE_AXIS_WIDTH);
        value.setPrefWidth(VALUE_AXIS_WIDTH);
        value.setMaxWidth(VALUE_AXIS_WIDTH);
        value.write(scale::label);
        view.getRenderers().setAll(renderer);
        view.setLegendVisible(false);
        view.setAnimated(false);
        view.getPlotArea().setFocusTraversable(false);
        view.getMenuPane().setFocusTraversable(false);
        view.getToolBar().setOpacity(0); // it is empty, and would slide in under the mouse
        view.getToolBar().setMouseTransparent(true);
        view.setId("live-chart-" + chart.name().toLowerCase(Locale.ROOT));
        view.getStyleClass().add("traffic-chart");
        crosshair.getStyleClass().add("crosshair");
        crosshair.setManaged(false);
        crosshair.setMouseTransparent(true);
        crosshair.setVisible(false);
        markText = new MarkText(clock);
        view.getCanvasForeground().getChildren().addAll(crosshair, markText.node(), lineText.node());
    }

    Region node() {
        return view;
    }

    /** Where lines are drawn. */
    Bounds plotInScene() {
        return view.getCanvas().localToScene(new BoundingBox(0, 0, time.getLength(), value.getLength()));
    }

    /** From now on, beside the flags of marks that have room for it, it says what they are. */
    void tellMarks() {
        view.getCanvasForeground().getChildren().add(0, flags.node());
        renderer.whenDrawn(() -> flags.lay(shown.marks(), time::getDisplayPosition, time.getLength()));
    }

    /** Tells the moment under the mouse, in seconds since 1970, whenever it moves over the chart; nothing when it leaves. */
    void whenPointedAt(Consumer<OptionalDouble> moment) {
        view.addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            var place = view.getCanvas().sceneToLocal(event.getSceneX(), event.getSceneY());
            mouse = Optional.of(place);
            moment.accept(OptionalDouble.of(time.getValueForDisplay(place.getX())));
            tellWhatIsAt(place);
        });
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            mouse = Optional.empty();
            markText.hide();
            lineText.hide();
            moment.accept(OptionalDouble.empty());
        });
    }

    private void tellWhatIsAt(Point2D place) {
        markText.tell(marksAt(place), time::getDisplayPosition, time.getLength());
        lineText.tell(lineAt(place), place.getX(), place.getY(), markText.bottom(), time.getLength());
    }

    private List<Mark> marksAt(Point2D place) {
        var near = MarkText.near(place.getX(), shown.marks(), time::getDisplayPosition);
        return near.isEmpty() ? flags.at(place).stream().toList() : near;
    }

    private Optional<String> lineAt(Point2D place) {
        return LineText.at(
                time.getValueForDisplay(place.getX()),
                place.getY(),
                shown.linesOf(chart),
                of -> value.getDisplayPosition(scale.onAxis(of)));
    }

    void show(LiveFrame frame, boolean logarithmic) {
        shown = frame;
        var lines = frame.linesOf(chart);
        var fitting = scale.fit(lines, logarithmic && chart == Chart.LATENCY);
        double range = frame.to() - frame.from();
        value.range(fitting.bottom(), fitting.top() + fitting.step() * HEADROOM, fitting.step());
        time.range(frame.from(), frame.to(), TimeSteps.over(range));
        renderer.show(lines, frame.marks(), scale::onAxis);
        point(pointedAt);
        mouse.ifPresent(this::tellWhatIsAt); // time has gone on under it
    }

    /** Lets the others' lines fade. */
    void highlight(Optional<Highlight.Lines> standingOut) {
        renderer.highlight(standingOut);
    }

    /** Draws the crosshair at that moment, or nowhere. */
    void point(OptionalDouble moment) {
        pointedAt = moment;
        crosshair.setVisible(moment.isPresent());
        moment.ifPresent(at -> {
            double x = Math.rint(time.getDisplayPosition(at)) + 0.5;
            crosshair.setStartX(x);
            crosshair.setEndX(x);
            crosshair.setEndY(value.getLength());
        });
    }
}
