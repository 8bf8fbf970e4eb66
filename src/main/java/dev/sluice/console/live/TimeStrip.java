package dev.sluice.console.live;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The times of all charts, in a strip below each column of them, in sight however far they are scrolled. For the UI thread only. */
final class TimeStrip extends Pane {

    static final double HEIGHT = 16;
    private static final double LEAST_GAP = 6;

    private final ClockText clock;
    /** They are used again and again; those that are not needed are hidden. */
    private final List<Label> labels = new ArrayList<>();

    private List<TrafficChart> columns = List.of();
    private LiveFrame frame = LiveFrame.EMPTY;
    private int used;

    TimeStrip(ClockText clock) {
        this.clock = clock;
        setId("live-times");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMouseTransparent(true);
    }

    /** @param oneOfEach a chart of each column */
    void below(List<TrafficChart> oneOfEach) {
        columns = List.copyOf(oneOfEach);
        requestLayout();
    }

    void show(LiveFrame newer) {
        frame = newer;
        requestLayout();
    }

    /** After the charts, which stand before it: their plots have their places. */
    @Override
    protected void layoutChildren() {
        used = 0;
        columns.forEach(this::layBelow);
        labels.subList(used, labels.size()).forEach(label -> label.setVisible(false));
    }

    private void layBelow(TrafficChart chart) {
        var plot = sceneToLocal(chart.plotInScene());
        double range = frame.to() - frame.from();
        double free = 0;
        for (double moment : TimeSteps.marks(frame.from(), frame.to())) {
            double x = plot.getMinX() + (moment - frame.from()) / range * plot.getWidth();
            var label = next(clock.mark(moment, range));
            double width = label.prefWidth(-1);
            double left = Math.min(Math.rint(x - width / 2), getWidth() - width);
            label.setVisible(left >= free);
            label.resizeRelocate(left, 0, width, HEIGHT);
            free = label.isVisible() ? left + width + LEAST_GAP : free;
        }
    }

    private Label next(String text) {
        if (used == labels.size()) {
            var label = new Label();
            label.getStyleClass().add("time-mark");
            label.setManaged(false);
            labels.add(label);
            getChildren().add(label);
        }
        var label = labels.get(used++);
        label.setText(text);
        label.applyCss();
        return label;
    }
}
