package dev.sluice.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import org.HdrHistogram.Histogram;

/**
 * How long requests took that succeeded, each within one percent: a histogram packed small, so that hours of them can be
 * kept, and merged into those of longer times. Percentiles are never made of percentiles. Immutable.
 */
public final class Latencies {

    public static final Latencies NONE = new Latencies(new byte[0], 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final byte[] packed;
    private final long count;
    private final Duration p50;
    private final Duration p95;
    private final Duration p99;

    private Latencies(byte[] packed, long count, Duration p50, Duration p95, Duration p99) {
        this.packed = packed;
        this.count = count;
        this.p50 = p50;
        this.p95 = p95;
        this.p99 = p99;
    }

    /** Of a histogram of microseconds, which it does not keep. */
    static Latencies of(Histogram micros) {
        if (micros.getTotalCount() == 0) {
            return NONE;
        }
        return new Latencies(
                PackedHistogram.write(micros),
                micros.getTotalCount(),
                percentile(micros, 50),
                percentile(micros, 95),
                percentile(micros, 99));
    }

    /**
     * What {@link #packed} gave.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static Latencies unpacked(byte[] packed) {
        return packed.length == 0 ? NONE : of(PackedHistogram.read(packed));
    }

    /** Of all of them together. */
    public static Latencies merged(Collection<Latencies> parts) {
        var some = parts.stream().filter(part -> part.count > 0).toList();
        if (some.size() < 2) {
            return some.isEmpty() ? NONE : some.get(0);
        }
        var total = TallyMeter.newTotal();
        some.forEach(part -> total.add(PackedHistogram.read(part.packed)));
        return of(total);
    }

    private static Duration percentile(Histogram micros, double percentile) {
        return Duration.ofNanos(micros.getValueAtPercentile(percentile) * 1_000);
    }

    public long count() {
        return count;
    }

    /** Zero if there are none, like the others. */
    public Duration p50() {
        return p50;
    }

    public Duration p95() {
        return p95;
    }

    public Duration p99() {
        return p99;
    }

    /** The histogram for other programs, as HdrHistogram encodes it; empty if there are none. */
    public byte[] packed() {
        return packed.clone();
    }

    /** How many bytes are kept for it. */
    int size() {
        return packed.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies latencies && Arrays.equals(packed, latencies.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return count + " requests, p50 " + p50 + ", p95 " + p95 + ", p99 " + p99;
    }
}
