package dev.sluice.metrics;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * The latencies of several intervals as those of one, to which more are added and from which others are taken again: what of
 * late was merged costs no more than what came and what went. An open histogram, so keep few. For one thread.
 */
public final class LatencySum {

    private final Histogram micros = TallyMeter.newTotal();

    public void add(Latencies more) {
        more.forEach(micros::recordValueWithCount);
    }

    /** Of some that were added. */
    public void subtract(Latencies added) {
        added.forEach((value, count) -> micros.recordValueWithCount(value, -count));
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** Zero if there are none, like the others. */
    public Duration p50() {
        return percentile(50);
    }

    public Duration p95() {
        return percentile(95);
    }

    public Duration p99() {
        return percentile(99);
    }

    private Duration percentile(double percentile) {
        return Latencies.ofMicros(Latencies.percentile(micros, percentile));
    }
}
