package dev.sluice.bench;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * How long the UI's thread makes others wait: a task is handed to it every two milliseconds and timed until it runs. At
 * most one is under way, so that the watch itself is no burden; what a stall has kept from being asked is put in.
 */
public final class StallWatch implements AutoCloseable {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(2);

    private final Recorder waits = new Recorder(3);
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private final Executor ui;

    public StallWatch(Executor ui) {
        this.ui = ui;
        clockwork.scheduleAtFixedRate(this::ask, EVERY, EVERY, TimeUnit.NANOSECONDS);
    }

    private void ask() {
        if (isAsked.compareAndSet(false, true)) {
            long begun = System.nanoTime();
            ui.execute(() -> {
                waits.recordValueWithExpectedInterval(System.nanoTime() - begun, EVERY);
                isAsked.set(false);
            });
        }
    }

    /** What was seen since the last time this was asked. Safe from any thread. */
    public Stalls turn() {
        return new Stalls(waits.getIntervalHistogram());
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }

    /** Waits at evenly spaced instants. */
    public static final class Stalls {

        private final Histogram nanos;

        private Stalls(Histogram nanos) {
            this.nanos = nanos;
        }

        public static Stalls none() {
            return new Stalls(new Histogram(3));
        }

        public void add(Stalls other) {
            nanos.add(other.nanos);
        }

        public double p99Millis() {
            return nanos.getValueAtPercentile(99) / 1e6;
        }

        public double maxMillis() {
            return nanos.getMaxValue() / 1e6;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "p99 %.1f ms, max %.1f ms", p99Millis(), maxMillis());
        }
    }
}
