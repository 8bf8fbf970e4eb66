package dev.sluice.console.live;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.function.DoubleFunction;
import javafx.util.StringConverter;

/** An axis whose range and marks are told, not guessed from the data, so that it never jumps by itself. */
final class FixedAxis extends DefaultNumericAxis {

    private double step = 1;

    FixedAxis() {
        setAutoRanging(false);
        setAnimated(false);
        setName("");
        setUnit("");
        setMinorTickCount(0);
    }

    /** What is written at the marks from now on. */
    void write(DoubleFunction<String> label) {
        setTickLabelFormatter(new Labels(label));
    }

    /** From {@code from} to {@code to} with a mark at each multiple of {@code every}. */
    void range(double from, double to, double every) {
        step = every;
        setTickUnit(every);
        set(from, to);
    }

    @Override
    public double computePreferredTickUnit(double axisLength) {
        return step;
    }

    private static final class Labels extends StringConverter<Number> {

        private final DoubleFunction<String> label;

        Labels(DoubleFunction<String> label) {
            this.label = label;
        }

        @Override
        public String toString(Number value) {
            return label.apply(value.doubleValue());
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("an axis does not read");
        }
    }
}
