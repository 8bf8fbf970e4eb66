package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Mark;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.Label;

/** Says beside a chart's mark what it is, while the mouse is near it. For the UI thread only. */
final class MarkText {

    private static final double NEAR = 5;
    private static final double BESIDE = 8;
    private static final double BELOW = 6;

    private final ClockText clock;
    private final Label label = new Label();

    MarkText(ClockText clock) {
        this.clock = clock;
        label.getStyleClass().add("mark-text");
        label.setWrapText(true);
        label.setManaged(false);
        label.setMouseTransparent(true);
        label.setVisible(false);
    }

    Label node() {
        return label;
    }

    /** @param x where the mouse is, and {@code place} where moments are, in pixels from the left */
    static List<Mark> near(double x, List<Mark> marks, DoubleUnaryOperator place) {
        return marks.stream()
                .filter(mark -> Math.abs(place.applyAsDouble(mark.at()) - x) <= NEAR)
                .toList();
    }

    /**
     * Hides if there is none.
     *
     * @param room how wide the chart is
     */
    void tell(List<Mark> close, DoubleUnaryOperator place, double room) {
        label.setVisible(!close.isEmpty());
        if (!close.isEmpty()) {
            label.setText(close.stream()
                    .map(mark -> clock.time(mark.at()) + "  " + mark.text())
                    .collect(Collectors.joining("\n")));
            lay(place.applyAsDouble(close.get(0).at()), room);
        }
    }

    /** On the side where there is more room. */
    private void lay(double mark, double room) {
        label.applyCss();
        double width = Math.min(label.prefWidth(-1), Math.max(mark, room - mark) - BESIDE);
        double left = mark > room / 2 ? mark - BESIDE - width : mark + BESIDE;
        label.resizeRelocate(left, BELOW, width, label.prefHeight(width));
    }

    /** Where it ends, in pixels from the top; at 0 while it is hidden. */
    double bottom() {
        return label.isVisible() ? label.getLayoutY() + label.getHeight() : 0;
    }

    void hide() {
        label.setVisible(false);
    }
}
