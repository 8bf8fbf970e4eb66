package dev.sluice.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Counts answers by class and keeps the latencies of those that succeeded. Many writers, one reader. */
final class TallyMeter {

    private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;

    /** Within one percent; a third digit would be seven times the memory, and is shown nowhere. */
    private static final int DIGITS = 2;

    private final Recorder latencies = new Recorder(LONGEST_MICROS, DIGITS);
    private final LongAdder clientErrors = new LongAdder();
    private final LongAdder serverErrors = new LongAdder();
    private final Histogram ever = newTotal();
    private @Nullable Histogram reused;

    void record(int status, long nanos) {
        if (status < 400) {
            latencies.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos / 1_000)));
        } else if (status < 500) {
            clientErrors.increment();
        } else {
            serverErrors.increment();
        }
    }

    Interval.Tally drain(long byTraffic) {
        var histogram = latencies.getIntervalHistogram(reused);
        reused = histogram;
        ever.add(histogram);
        long client = clientErrors.sumThenReset();
        long server = serverErrors.sumThenReset();
        long requests = histogram.getTotalCount() + client + server;
        if (requests == 0 && byTraffic == 0) {
            return Interval.Tally.EMPTY; // most deployments get no copies, and an hour of seconds is kept
        }
        return new Interval.Tally(requests, byTraffic, client, server, Latencies.of(histogram));
    }

    /** All that were ever drained. For the reader. */
    Durations durations() {
        return Durations.of(ever);
    }

    /** An empty one of the same range and digits. */
    static Histogram newTotal() {
        return new Histogram(LONGEST_MICROS, DIGITS);
    }
}
