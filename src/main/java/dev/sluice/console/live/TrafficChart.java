package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.domain.DeploymentName;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.spi.BasicDataSetRenderer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;

/** One of the live page's charts: its lines over the time axis that all charts share. For the UI thread only. */
final class TrafficChart {

    private static final double VALUE_AXIS_WIDTH = 56;
    private static final int TIME_MARKS = 5;

    /** In steps: the number at the topmost mark needs some room above it. */
    private static final double HEADROOM = 0.4;

    private static final Chart LOWEST = Chart.ERRORS;

    private final Chart chart;
    private final Function<DeploymentName, DeploymentColor> colors;
    private final FixedAxis time;
    private final FixedAxis value = new FixedAxis(TrafficChart::number);
    private final BasicDataSetRenderer renderer = new BasicDataSetRenderer();
    private final XYChart view;
    private final Map<LineData.Key, LineData> lines = new HashMap<>();

    TrafficChart(Chart chart, ClockText clock, Function<DeploymentName, DeploymentColor> colors) {
        this.chart = chart;
        this.colors = colors;
        time = new FixedAxis(clock::time);
        view = new XYChart(time, value);
        value.setMinWidth(VALUE_AXIS_WIDTH);
        value.setPrefWidth(VALUE_AXIS_WIDTH);
        value.setMaxWidth(VALUE_AXIS_WIDTH);
        if (chart != LOWEST) {
            time.getStyleClass().add("silent");
        }
        renderer.setDrawMarker(false);
        view.getRenderers().setAll(renderer);
        view.setLegendVisible(false);
        view.setAnimated(false);
        view.getPlotArea().setFocusTraversable(false);
        view.getMenuPane().setFocusTraversable(false);
        view.setId("live-chart-" + chart.name().toLowerCase(Locale.ROOT));
        view.getStyleClass().add("traffic-chart");
    }

    Node node() {
        return view;
    }

    void show(LiveFrame frame) {
        double highest = 0;
        var gone = new HashSet<>(lines.keySet());
        for (var line : frame.lines()) {
            if (line.quantity().chart() == chart) {
                var key = LineData.Key.of(line);
                gone.remove(key);
                lines.computeIfAbsent(key, this::add).show(line);
                highest = Math.max(highest, line.highest());
            }
        }
        gone.forEach(key -> renderer.getDatasets().remove(lines.remove(key)));
        var scale = chart == Chart.ERRORS ? errorScale(highest) : Scale.over(highest, leastTop());
        value.range(0, scale.top() + scale.step() * HEADROOM, scale.step());
        time.range(frame.from(), frame.to(), timeStep(frame.to() - frame.from()));
    }

    private LineData add(LineData.Key key) {
        var line = new LineData(key, colors.apply(key.deployment()));
        renderer.getDatasets().add(line);
        return line;
    }

    private double leastTop() {
        return chart == Chart.RATE ? 4 : 1;
    }

    /** Few errors must not look like many: never finer than up to 4 %, and never above 100 %. */
    private static Scale errorScale(double highest) {
        return highest > 50 ? new Scale(100, 25) : Scale.over(highest, 4);
    }

    private static double timeStep(double seconds) {
        return seconds <= 60 ? 10 : seconds / TIME_MARKS;
    }

    /** With a space after it: the axis leaves none between its numbers and itself, whatever its gap is set to. */
    private static String number(double value) {
        var format = value == Math.rint(value) ? "%,.0f\u2002" : "%.1f\u2002";
        return String.format(Locale.ROOT, format, value);
    }
}
