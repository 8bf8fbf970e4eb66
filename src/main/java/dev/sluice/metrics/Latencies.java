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

    public static final Latencies NONE = new Latencies(new byte[0], 0, 0, 0, 0);

    /** Numbers and bytes, and no objects round them: thousands of these are kept for each deployment. */
    private final byte[] body;

    private final long count;
    private final int p50Micros;
    private final int p95Micros;
    private final int p99Micros;

    private Latencies(byte[] body, long count, int p50Micros, int p95Micros, int p99Micros) {
        this.body = body;
        this.count = count;
        this.p50Micros = p50Micros;
        this.p95Micros = p95Micros;
        this.p99Micros = p99Micros;
    }

    /** Of a histogram of microseconds, which it does not keep. */
    static Latencies of(Histogram micros) {
        if (micros.getTotalCount() == 0) {
            return NONE;
        }
        return new Latencies(
                PackedHistogram.body(micros),
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
        some.forEach(part -> total.add(PackedHistogram.read(part.packed())));
        return of(total);
    }

    /** Each time that was taken, and how often. */
    void forEach(PackedHistogram.Counted counted) {
        PackedHistogram.forEach(body, counted);
    }

    static int percentile(Histogram micros, double percentile) {
        return Math.toIntExact(micros.getValueAtPercentile(percentile));
    }

    static Duration ofMicros(int micros) {
        return Duration.ofNanos(micros * 1_000L);
    }

    public long count() {
        return count;
    }

    /** Zero if there are none, like the others. */
    public Duration p50() {
        return ofMicros(p50Micros);
    }

    public Duration p95() {
        return ofMicros(p95Micros);
    }

    public Duration p99() {
        return ofMicros(p99Micros);
    }

    /** The histogram for other programs, as HdrHistogram encodes it; empty if there are none. */
    public byte[] packed() {
        return count == 0 ? new byte[0] : PackedHistogram.whole(body);
    }

    /** How many bytes are kept for it. */
    int size() {
        return body.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies latencies && Arrays.equals(body, latencies.body);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return count + " requests, p50 " + p50() + ", p95 " + p95() + ", p99 " + p99();
    }
}
