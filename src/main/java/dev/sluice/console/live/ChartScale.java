package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.live.LiveFrame.Line;
import java.util.List;
import java.util.Locale;

/** What a chart's value axis shows: from where to where, and how a number is written at it. It changes seldom. */
final class ChartScale {

    private static final double ALL = 100;
    private static final double MANY = 50;

    /** The least that a logarithmic axis begins at, in milliseconds; nothing is faster. */
    private static final double LEAST_POWER = 0.1;

    private final Chart chart;
    private boolean logarithmic;
    private Scale scale;

    ChartScale(Chart chart) {
        this.chart = chart;
        scale = wanted(0);
    }

    Scale fit(List<Line> lines, boolean powers) {
        double highest = lines.stream().mapToDouble(Line::highest).max().orElse(0);
        if (powers != logarithmic) {
            logarithmic = powers;
            scale = powers ? powers(lines, highest) : wanted(highest);
        } else {
            scale = powers ? scale.around(powers(lines, highest)) : scale.unless(highest, wanted(highest));
        }
        return scale;
    }

    private static Scale powers(List<Line> lines, double highest) {
        double lowest = highest;
        for (var line : lines) {
            for (double value : line.values()) {
                lowest = value < lowest ? value : lowest;
            }
        }
        return Scale.powers(Math.max(LEAST_POWER, lowest), Math.max(1, highest));
    }

    private Scale wanted(double highest) {
        return switch (chart) {
            // Few errors must not look like many: never finer than up to 4 %, and never above 100 %.
            case ERRORS -> highest > MANY ? new Scale(0, ALL, 25) : Scale.over(highest, 4);
            case SHARES -> new Scale(0, ALL, 25);
            case RATE -> Scale.over(highest, 4);
            case PROCESSOR -> Scale.over(highest, 0.4);
            case MEMORY -> Scale.over(highest, 100);
            case LATENCY -> Scale.over(highest, 1);
        };
    }

    double onAxis(double value) {
        return logarithmic ? Math.log10(Math.max(LEAST_POWER, value)) : value;
    }

    /** With a space after it: the axis leaves none between its numbers and itself, whatever its gap is set to. */
    String label(double onAxis) {
        double value = logarithmic ? Math.pow(10, onAxis) : onAxis;
        return write(value) + "\u2002";
    }

    private static String write(double value) {
        double tenth = Math.rint(value * 10) / 10;
        if (tenth == Math.rint(tenth) && Math.abs(tenth - value) < 1e-6) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(tenth - value) < 1e-6 ? "%.1f" : "%.2f", value);
    }
}
