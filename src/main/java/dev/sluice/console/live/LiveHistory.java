package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Row;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Routing;
import dev.sluice.metrics.Interval;
import dev.sluice.metrics.Interval.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** The samples of one endpoint of the last {@link #LONGEST}, and how they look as lines. For the UI thread only. */
final class LiveHistory {

    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final double MOST_SECONDS_APART = 2.5;

    private final ArrayDeque<TrafficSample> samples = new ArrayDeque<>();

    void add(TrafficSample sample) {
        samples.add(sample);
        Instant oldest = sample.at().minus(LONGEST);
        while (samples.element().at().isBefore(oldest)) {
            samples.remove();
        }
    }

    void clear() {
        samples.clear();
    }

    /** The last {@code window} of what was measured; shares are compared with {@code routing}. */
    LiveFrame frame(Duration window, Routing routing) {
        if (samples.isEmpty()) {
            return LiveFrame.EMPTY;
        }
        Instant to = samples.getLast().at();
        Instant from = to.minus(window);
        var shown =
                samples.stream().filter(sample -> !sample.at().isBefore(from)).toList();
        var lines = new ArrayList<Line>();
        var rows = new ArrayList<Row>();
        for (var name : names(shown)) {
            for (var source : Source.values()) {
                if (shown.stream()
                        .anyMatch(sample -> tally(sample, name, source).requests() > 0)) {
                    addLines(shown, name, source, lines);
                    rows.add(row(shown, name, source, routing));
                }
            }
        }
        return new LiveFrame(seconds(from), seconds(to), lines, rows);
    }

    private static TreeSet<DeploymentName> names(List<TrafficSample> shown) {
        var names = new TreeSet<DeploymentName>();
        shown.forEach(sample -> names.addAll(sample.deployments().keySet()));
        return names;
    }

    private static void addLines(List<TrafficSample> shown, DeploymentName name, Source source, List<Line> lines) {
        for (var quantity : Quantity.values()) {
            var line = new Points(shown.size());
            double last = Double.NaN;
            for (var sample : shown) {
                double at = seconds(sample.at());
                if (at - last > MOST_SECONDS_APART) {
                    line.add((at + last) / 2, Double.NaN);
                }
                line.add(at, value(tally(sample, name, source), quantity).orElse(Double.NaN));
                last = at;
            }
            lines.add(new Line(name, quantity, source, line.seconds(), line.values()));
        }
    }

    private static Row row(List<TrafficSample> shown, DeploymentName name, Source source, Routing routing) {
        var newest = shown.get(shown.size() - 1);
        var tally = tally(newest, name, source);
        long byTraffic = newest.deployments().values().stream()
                .mapToLong(interval -> interval.live().byTraffic())
                .sum();
        boolean live = source == Source.LIVE;
        long counted = live ? tally.byTraffic() : tally.requests();
        var asked = live ? routing.traffic().shareOf(name) : routing.mirror().shareOf(name);
        return new Row(
                name,
                source,
                asked.value(),
                byTraffic == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * counted / byTraffic),
                tally.requests(),
                value(tally, Quantity.P50),
                value(tally, Quantity.P95),
                value(tally, Quantity.P99),
                value(tally, Quantity.ERRORS));
    }

    private static OptionalDouble value(Tally tally, Quantity quantity) {
        return switch (quantity) {
            case P50 -> latency(tally, tally.p50());
            case P95 -> latency(tally, tally.p95());
            case P99 -> latency(tally, tally.p99());
            case RATE -> OptionalDouble.of(tally.requests());
            case ERRORS ->
                tally.requests() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(100.0 * tally.failed() / tally.requests());
        };
    }

    private static OptionalDouble latency(Tally tally, Duration percentile) {
        return tally.succeeded() == 0 ? OptionalDouble.empty() : OptionalDouble.of(percentile.toNanos() / 1e6);
    }

    private static Tally tally(TrafficSample sample, DeploymentName name, Source source) {
        var interval = sample.deployments().getOrDefault(name, Interval.EMPTY);
        return source == Source.LIVE ? interval.live() : interval.mirrored();
    }

    private static double seconds(Instant at) {
        return at.getEpochSecond() + at.getNano() / 1e9;
    }

    /** Two columns of numbers that grow together. */
    private static final class Points {

        private final double[] seconds;
        private final double[] values;
        private int size;

        /** Between any two samples there may be a gap to mark. */
        Points(int samples) {
            seconds = new double[2 * samples];
            values = new double[2 * samples];
        }

        void add(double second, double value) {
            seconds[size] = second;
            values[size++] = value;
        }

        double[] seconds() {
            return Arrays.copyOf(seconds, size);
        }

        double[] values() {
            return Arrays.copyOf(values, size);
        }
    }
}
