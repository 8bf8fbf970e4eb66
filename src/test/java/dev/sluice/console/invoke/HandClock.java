package dev.sluice.console.invoke;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/** Time that passes when the test says so: what was to be done meanwhile is done at its instant. */
final class HandClock implements Delay, LongSupplier {

    private record Due(long at, long order, Runnable task) {}

    private final PriorityQueue<Due> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long now;
    private long order;

    @Override
    public void after(Duration wait, Runnable task) {
        waiting.add(new Due(now + Math.max(0, wait.toNanos()), order++, task));
    }

    @Override
    public long getAsLong() {
        return now;
    }

    void pass(Duration time) {
        long until = now + time.toNanos();
        while (!waiting.isEmpty() && waiting.peek().at() <= until) {
            var next = waiting.remove();
            now = Math.max(now, next.at());
            next.task().run();
        }
        now = until;
    }
}
