package dev.sluice.console.live;

import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All that the live page shows at one moment: every chart's lines over the same span, and the newest second's numbers.
 *
 * @param from the left end of the time axis and {@code to} the right end, in seconds since 1970
 */
record LiveFrame(double from, double to, List<Line> lines, List<Row> newest) {

    static final LiveFrame EMPTY = new LiveFrame(0, 1, List.of(), List.of());

    LiveFrame {
        lines = List.copyOf(lines);
        newest = List.copyOf(newest);
    }

    /** Whether there is a second with a request in it. */
    boolean hasRequests() {
        return lines.stream().anyMatch(line -> line.quantity() == Quantity.RATE && line.highest() > 0);
    }

    /** What a line tells. */
    enum Quantity {
        P50(Chart.LATENCY),
        P95(Chart.LATENCY),
        P99(Chart.LATENCY),
        RATE(Chart.RATE),
        ERRORS(Chart.ERRORS);

        private final Chart chart;

        Quantity(Chart chart) {
            this.chart = chart;
        }

        Chart chart() {
            return chart;
        }
    }

    /** The charts, from top to bottom: milliseconds, requests a second, percent. */
    enum Chart {
        LATENCY,
        RATE,
        ERRORS
    }

    /** Whose requests are counted: those of clients, or the copies a shadow got. */
    enum Source {
        LIVE,
        SHADOW
    }

    /** One line: seconds since 1970 and values, NaN where there is nothing to tell. Not to be changed. */
    record Line(DeploymentName deployment, Quantity quantity, Source source, double[] seconds, double[] values) {

        /** The greatest value; 0 when there is none. */
        double highest() {
            double highest = 0;
            for (double value : values) {
                highest = value > highest ? value : highest;
            }
            return highest;
        }
    }

    /** The newest numbers of one deployment, as a line of the table; latencies in milliseconds, shares in percent. */
    record Row(
            DeploymentName deployment,
            Source source,
            int asked,
            OptionalDouble measured,
            double rate,
            OptionalDouble p50,
            OptionalDouble p95,
            OptionalDouble p99,
            OptionalDouble errors) {}
}
