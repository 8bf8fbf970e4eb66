package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The charts, in two columns where there is room, and each with its title and key. Those that are scrolled out of sight
 * are not drawn until they are back. For the UI thread only.
 */
final class ChartGrid {

    private static final double TWO_COLUMNS_FROM = 820;

    /** The value axis is at the left: what stands over a chart has its middle in that of the plot. */
    private static final Insets OF_THE_AXES = new Insets(0, 16, 6, 56);

    /** A title, and three numbers beside the plot. All charts are this low before they have to be scrolled. */
    private static final double LEAST_HEIGHT = 76;

    private static final double GOOD_HEIGHT = 106;
    private static final double GAP = 10;

    private final LiveViewModel model;
    private final Consumer<OptionalDouble> pointing;
    private final ScrollPane scroll;
    private final GridPane grid = new GridPane();
    private final TimeStrip times;
    private final Map<Chart, TrafficChart> charts = new EnumMap<>(Chart.class);
    private final Map<Chart, VBox> boxes = new EnumMap<>(Chart.class);
    private final Map<Chart, ChartKey> keys = new EnumMap<>(Chart.class);
    private final Map<Chart, Label> reasons = new EnumMap<>(Chart.class);
    private final Set<Chart> outOfDate = EnumSet.noneOf(Chart.class);
    private int columns;

    /** @param pointing takes the moment under the mouse, in seconds since 1970, and nothing when the mouse has left */
    ChartGrid(
            LiveViewModel model,
            Function<DeploymentName, DeploymentColor> colors,
            Consumer<OptionalDouble> pointing,
            ScrollPane scroll) {
        this.model = model;
        this.pointing = pointing;
        this.scroll = scroll;
        times = new TimeStrip(model.clock());
        grid.getStyleClass().add("chart-grid");
        grid.setVgap(GAP);
        for (var chart : Chart.values()) {
            add(chart, new TrafficChart(chart, model.clock(), colors));
        }
        charts.get(Chart.LATENCY).tellMarks();
        arrange(2);
        scroll.setContent(grid);
        scroll.viewportBoundsProperty().addListener((o, before, now) -> {
            arrange(now.getWidth() < TWO_COLUMNS_FROM ? 1 : 2);
            times.requestLayout();
            showWhatCameInSight();
        });
        scroll.vvalueProperty().addListener((o, before, now) -> showWhatCameInSight());
    }

    private void add(Chart chart, TrafficChart drawing) {
        var title = new Label(Messages.of(titleKey(chart)));
        title.getStyleClass().add("chart-caption");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var key = new ChartKey(chart);
        var reason = new Label();
        reason.getStyleClass().addAll("muted", "chart-reason");
        reason.visibleProperty().bind(reason.textProperty().isNotEmpty());
        reason.setWrapText(true);
        reason.setMouseTransparent(true);
        reason.setId("live-reason-" + chart.name().toLowerCase(Locale.ROOT));
        var plot = new StackPane(drawing.node(), reason);
        StackPane.setMargin(reason, OF_THE_AXES);
        VBox.setVgrow(plot, Priority.ALWAYS);
        var box = new VBox(new HBox(12, title, key.node()), plot);
        box.getStyleClass().add("chart-box");
        box.setMinHeight(LEAST_HEIGHT);
        box.setPrefHeight(GOOD_HEIGHT);
        GridPane.setVgrow(box, Priority.ALWAYS);
        drawing.whenPointedAt(pointing);
        charts.put(chart, drawing);
        boxes.put(chart, box);
        keys.put(chart, key);
        reasons.put(chart, reason);
    }

    private void arrange(int wanted) {
        if (wanted == columns) {
            return;
        }
        columns = wanted;
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int column = 0; column < columns; column++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(constraints);
        }
        List<Chart> all = new ArrayList<>(charts.keySet());
        for (int i = 0; i < all.size(); i++) {
            grid.add(boxes.get(all.get(i)), i % columns, i / columns);
        }
        times.below(all.subList(0, columns).stream().map(charts::get).toList());
    }

    /** What all charts had better have, in two columns. */
    static double goodHeight() {
        int rows = Chart.values().length / 2;
        return rows * GOOD_HEIGHT + (rows - 1) * GAP + TimeStrip.HEIGHT;
    }

    Node node() {
        return grid;
    }

    /** The times of all charts, for a place below what they are scrolled in. */
    TimeStrip times() {
        return times;
    }

    /** Also those out of sight. */
    void showAll() {
        EnumSet.copyOf(outOfDate).forEach(this::bringUpToDate);
    }

    void show() {
        var frame = model.frameProperty().get();
        times.show(frame);
        keys.get(Chart.LATENCY).show(frame.resolution());
        outOfDate.addAll(charts.keySet());
        showWhatCameInSight();
    }

    /** Says on each chart why it is empty. */
    void explain(Map<Chart, String> texts) {
        reasons.forEach((chart, label) -> label.setText(texts.getOrDefault(chart, "")));
    }

    /** Lets the others' lines fade. */
    void highlight(Optional<Highlight.Lines> lines) {
        charts.values().forEach(chart -> chart.highlight(lines));
    }

    void point(OptionalDouble moment) {
        charts.values().forEach(chart -> chart.point(moment));
    }

    private void showWhatCameInSight() {
        for (var chart : EnumSet.copyOf(charts.keySet())) {
            if (outOfDate.contains(chart) && isInSight(boxes.get(chart))) {
                bringUpToDate(chart);
            }
        }
    }

    private void bringUpToDate(Chart chart) {
        outOfDate.remove(chart);
        charts.get(chart)
                .show(model.frameProperty().get(), model.logarithmicProperty().get());
    }

    /** What has no size yet may well be. */
    private boolean isInSight(Node box) {
        var seen = scroll.localToScene(scroll.getLayoutBounds());
        var place = box.localToScene(box.getLayoutBounds());
        return place.getHeight() == 0 || place.intersects(seen);
    }

    private static String titleKey(Chart chart) {
        return switch (chart) {
            case LATENCY -> "live.chart.latency";
            case RATE -> "live.chart.rate";
            case ERRORS -> "live.chart.errors";
            case SHARES -> "live.chart.shares";
            case PROCESSOR -> "live.chart.processor";
            case MEMORY -> "live.chart.memory";
        };
    }
}
