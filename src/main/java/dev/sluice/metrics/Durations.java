package dev.sluice.metrics;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** How long the requests took that succeeded, each within one percent. Immutable. */
public final class Durations {

    private static final double MICROS_PER_SECOND = 1e6;

    static final Durations NONE = new Durations(TallyMeter.newTotal());

    private final Histogram micros;

    /** Takes the histogram over; nobody may write to it any more. */
    Durations(Histogram micros) {
        this.micros = micros;
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** All of them together, in seconds. */
    public double sumSeconds() {
        return count() == 0 ? 0 : micros.getMean() * count() / MICROS_PER_SECOND;
    }

    /** In milliseconds; empty if there are none. */
    public OptionalDouble meanMillis() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(micros.getMean() / 1_000);
    }

    /** In milliseconds; empty if there are none. */
    public OptionalDouble percentileMillis(double percentile) {
        return count() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(micros.getValueAtPercentile(percentile) / 1_000.0);
    }

    /**
     * How many lie in each interval that ends at one of the bounds, inclusive, and how many beyond the last.
     *
     * @param bounds in rising order
     */
    public long[] between(List<Duration> bounds) {
        var counts = new long[bounds.size() + 1];
        int bound = 0;
        for (var value : micros.recordedValues()) {
            long lowest = micros.lowestEquivalentValue(value.getValueIteratedTo());
            while (bound < bounds.size() && lowest > bounds.get(bound).toNanos() / 1_000) {
                bound++;
            }
            counts[bound] += value.getCountAtValueIteratedTo();
        }
        return counts;
    }

    /** Those that have come since {@code earlier}, which is of the same meter. */
    Durations since(Durations earlier) {
        var difference = micros.copy();
        difference.subtract(earlier.micros);
        return new Durations(difference);
    }
}
