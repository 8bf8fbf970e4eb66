package dev.sluice.control;

import static java.util.Comparator.comparingLong;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread whose time stands still until the test moves it: what was to be done later is done when its time has come
 * by {@link #advance}, what is to be done now is done at once.
 */
final class VirtualLoop extends AbstractExecutorService implements ScheduledExecutorService {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final PriorityQueue<Later<?>> later =
            new PriorityQueue<>(comparingLong((Later<?> task) -> task.due).thenComparingLong(task -> task.order));
    private volatile long now;
    private long tasks;
    private int unfinished;

    /** The loop's time, of which the test's is the only hand. */
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return START.plusNanos(now);
            }
        };
    }

    /** Lets so much time pass: does what falls due meanwhile, in its order, and what that leads to. */
    void advance(Duration passing) throws InterruptedException {
        long end = now + passing.toNanos();
        for (var next = dueBy(end); next != null; next = dueBy(end)) {
            now = Math.max(now, next.due);
            execute(next);
            settle();
        }
        now = end;
    }

    /** Returns when there is nothing more to do now. */
    synchronized void settle() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }

    private synchronized @Nullable Later<?> dueBy(long end) {
        var first = later.peek();
        return first == null || first.due > end ? null : later.poll();
    }

    private synchronized <V> Later<V> add(Later<V> task) {
        task.order = tasks++;
        later.add(task);
        return task;
    }

    /** After the end nothing is done, as nobody is there to do it. */
    @Override
    public void execute(Runnable task) {
        if (isShutdown()) {
            return;
        }
        begin();
        thread.execute(() -> {
            try {
                task.run();
            } finally {
                finish();
            }
        });
    }

    private synchronized void begin() {
        unfinished++;
    }

    private synchronized void finish() {
        unfinished--;
        notifyAll();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return add(new Later<>(Executors.callable(task), now + unit.toNanos(delay), 0));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return add(new Later<>(task, now + unit.toNanos(delay), 0));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
        return add(new Later<>(Executors.callable(task), now + unit.toNanos(first), unit.toNanos(period)));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        return scheduleAtFixedRate(task, first, delay, unit);
    }

    @Override
    public void shutdown() {
        thread.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return thread.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return thread.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return thread.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return thread.awaitTermination(timeout, unit);
    }

    /** Something for later; with a period, again and again. */
    private final class Later<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long period;
        private long due;
        private long order;

        Later(Callable<V> task, long due, long period) {
            super(task);
            this.due = due;
            this.period = period;
        }

        @Override
        public void run() {
            if (period == 0) {
                super.run();
            } else if (runAndReset()) {
                due += period;
                add(this);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
