package dev.sluice.metrics;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * How long the requests took that succeeded, each within one percent. Packed, since one is kept for every deployment and
 * minute, and lives long enough to be moved among what is old: as an open histogram each would be 24 KiB. Immutable.
 */
public final class Durations {

    private static final double MICROS_PER_SECOND = 1e6;

    static final Durations NONE = new Durations(0, new byte[0]);

    private final long count;
    private final byte[] body;

    private Durations(long count, byte[] body) {
        this.count = count;
        this.body = body;
    }

    /** Of a histogram of microseconds, which it does not keep. */
    static Durations of(Histogram micros) {
        long count = micros.getTotalCount();
        return count == 0 ? NONE : new Durations(count, PackedHistogram.body(micros));
    }

    public long count() {
        return count;
    }

    /** All of them together, in seconds. */
    public double sumSeconds() {
        return count == 0 ? 0 : micros().getMean() * count / MICROS_PER_SECOND;
    }

    /** In milliseconds; empty if there are none. */
    public OptionalDouble meanMillis() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(micros().getMean() / 1_000);
    }

    /** In milliseconds; empty if there are none. */
    public OptionalDouble percentileMillis(double percentile) {
        return count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(micros().getValueAtPercentile(percentile) / 1_000.0);
    }

    /**
     * How many lie in each interval that ends at one of the bounds, inclusive, and how many beyond the last.
     *
     * @param bounds in rising order
     */
    public long[] between(List<Duration> bounds) {
        var counts = new long[bounds.size() + 1];
        int bound = 0;
        var micros = micros();
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
        var difference = micros();
        difference.subtract(earlier.micros());
        return of(difference);
    }

    /** Anew each time; the caller may write to it. */
    private Histogram micros() {
        return count == 0 ? TallyMeter.newTotal() : PackedHistogram.read(PackedHistogram.whole(body));
    }
}
