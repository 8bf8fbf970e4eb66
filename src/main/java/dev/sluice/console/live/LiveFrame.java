package dev.sluice.console.live;

import dev.sluice.control.Resolution;
import dev.sluice.domain.DeploymentName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the live page shows at one moment: every chart's lines over the same span, what they were made of, and what
 * changed meanwhile.
 *
 * @param from the left end of the time axis and {@code to} the right end, in seconds since 1970
 * @param resolution what one point of a line covers; of latencies it may tell of some time before it too ({@link RecentLatencies})
 * @param subjects whose lines there are, in the order of their names
 * @param moments what the lines are made of, oldest first
 */
record LiveFrame(
        double from,
        double to,
        Resolution resolution,
        List<Subject> subjects,
        List<Line> lines,
        List<Mark> marks,
        List<Moment> moments) {

    static final LiveFrame EMPTY = new LiveFrame(0, 60, Resolution.SECOND, List.of(), List.of(), List.of(), List.of());

    LiveFrame {
        subjects = List.copyOf(subjects);
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        moments = List.copyOf(moments);
    }

    /** Nothing was measured. */
    static LiveFrame empty(double from, double to) {
        return new LiveFrame(from, to, Resolution.SECOND, List.of(), List.of(), List.of(), List.of());
    }

    static double seconds(Instant at) {
        return at.getEpochSecond() + at.getNano() / 1e9;
    }

    List<Line> linesOf(Chart chart) {
        return lines.stream()
                .filter(line -> line.key().quantity().chart() == chart)
                .toList();
    }

    /** Whether a line of the chart has a point. A rate of nothing all the while is none. */
    boolean hasAnythingOn(Chart chart) {
        return lines.stream()
                .filter(line -> line.key().quantity().chart() == chart)
                .anyMatch(chart == Chart.RATE ? line -> line.highest() > 0 : Line::hasPoint);
    }

    /** The one nearest to so many seconds since 1970. */
    Optional<Moment> at(double place) {
        Moment nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (var moment : moments) {
            double distance = Math.abs(seconds(moment.at()) - place);
            if (distance < least) {
                least = distance;
                nearest = moment;
            }
        }
        return Optional.ofNullable(nearest);
    }

    Optional<Moment> newest() {
        return moments.isEmpty() ? Optional.empty() : Optional.of(moments.get(moments.size() - 1));
    }

    /** What a line tells. */
    enum Quantity {
        P50(Chart.LATENCY),
        P95(Chart.LATENCY),
        P99(Chart.LATENCY),
        RATE(Chart.RATE),
        CLIENT_ERRORS(Chart.ERRORS),
        SERVER_ERRORS(Chart.ERRORS),
        ASKED(Chart.SHARES),
        MEASURED(Chart.SHARES),
        CORES(Chart.PROCESSOR),
        MEMORY(Chart.MEMORY);

        private final Chart chart;

        Quantity(Chart chart) {
            this.chart = chart;
        }

        Chart chart() {
            return chart;
        }

        /** Whether it is drawn faint where too few requests stand behind it. */
        boolean isPercentile() {
            return chart == Chart.LATENCY;
        }
    }

    /** The charts, in reading order: milliseconds, requests a second, percent, percent, cores, MiB. */
    enum Chart {
        LATENCY,
        RATE,
        ERRORS,
        SHARES,
        PROCESSOR,
        MEMORY
    }

    /** Whose requests are counted: those of clients, or the copies a shadow got. */
    enum Source {
        LIVE,
        SHADOW
    }

    /** A deployment in one of its roles. */
    record Subject(DeploymentName deployment, Source source) {}

    /** What makes a line the same line in the next frame; {@code instance} is empty unless it is of one instance. */
    record Key(Subject subject, String instance, Quantity quantity) {}

    /**
     * One line: seconds since 1970 and values, NaN where there is nothing to tell, and which values are of so few requests
     * that they say little. Not to be changed.
     */
    record Line(Key key, double[] seconds, double[] values, boolean[] faint) {

        /** The greatest value; 0 when there is none. */
        double highest() {
            double highest = 0;
            for (double value : values) {
                highest = value > highest ? value : highest;
            }
            return highest;
        }

        boolean hasPoint() {
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Something that changed, at a moment in seconds since 1970. */
    record Mark(double at, String text) {}
}
