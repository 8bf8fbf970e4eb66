package dev.sluice.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Adds up how long instances were busy. Many writers, one reader. */
final class WorkMeter {

    private final LongAdder done = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void worked(long held) {
        done.increment();
        nanos.add(held);
    }

    /** What came in since the last call. A request that ends meanwhile may be counted now and timed at the next. */
    Interval.Work drain() {
        return new Interval.Work(done.sumThenReset(), Duration.ofNanos(nanos.sumThenReset()));
    }
}
