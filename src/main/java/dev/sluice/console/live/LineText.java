package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.support.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.control.Label;

/** Says at the mouse which instance's line it is on: those of one deployment all have its colour. For the UI thread only. */
final class LineText {

    private static final double NEAR = 6;
    private static final double BESIDE = 10;
    private static final double ABOVE = 4;

    private final Label label = new Label();

    LineText() {
        label.getStyleClass().add("mark-text");
        label.setManaged(false);
        label.setMouseTransparent(true);
        label.setVisible(false);
    }

    Label node() {
        return label;
    }

    /**
     * The instance and its number at the moment nearest to {@code moment}, if its line is near there.
     *
     * @param y where the mouse is, and {@code place} where values are, in pixels from the top
     */
    static Optional<String> at(double moment, double y, List<Line> lines, DoubleUnaryOperator place) {
        var nearest = Optional.<Line>empty();
        double least = NEAR;
        for (var line : lines) {
            double distance = Math.abs(place.applyAsDouble(value(line, moment)) - y);
            if (!line.key().instance().isEmpty() && distance <= least) { // which NaN never is
                least = distance;
                nearest = Optional.of(line);
            }
        }
        return nearest.map(line -> say(line, value(line, moment)));
    }

    private static double value(Line line, double moment) {
        int found = Arrays.binarySearch(line.seconds(), moment);
        int after = found < 0 ? -found - 1 : found;
        boolean isLast = after == line.seconds().length;
        boolean isEarlierNearer =
                after > 0 && (isLast || moment - line.seconds()[after - 1] < line.seconds()[after] - moment);
        return line.values()[isEarlierNearer ? after - 1 : after];
    }

    private static String say(Line line, double value) {
        return line.key().quantity() == Quantity.CORES
                ? Messages.of("live.line.cores", line.key().instance(), Numbers.cores(value))
                : Messages.of("live.line.memory", line.key().instance(), Numbers.memory(value));
    }

    /**
     * Hides if there is nothing to say.
     *
     * @param x where the mouse is, as {@code y}; it stays below {@code top} and in the chart, which is as wide as {@code room}
     */
    void tell(Optional<String> text, double x, double y, double top, double room) {
        label.setVisible(text.isPresent());
        text.ifPresent(said -> {
            label.setText(said);
            label.applyCss();
            double width = label.prefWidth(-1);
            double height = label.prefHeight(-1);
            double left = x > room / 2 ? x - BESIDE - width : x + BESIDE;
            label.resizeRelocate(Math.max(0, left), Math.max(top, y - height - ABOVE), width, height);
        });
    }

    void hide() {
        label.setVisible(false);
    }
}
