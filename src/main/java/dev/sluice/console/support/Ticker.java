package dev.sluice.console.support;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again on the UI thread, between start and stop. A timer of the toolkit's would have the window
 * draw sixty times a second for as long as it waits; this one costs nothing in between. For the UI thread only.
 */
public final class Ticker {

    private final Executor later;
    private final Runnable task;
    private boolean running;
    private long turn;

    /** @param every the time between one end and the next begin */
    public Ticker(Duration every, Executor ui, Runnable task) {
        this.later = CompletableFuture.delayedExecutor(every.toMillis(), TimeUnit.MILLISECONDS, ui);
        this.task = task;
    }

    /** Running already, it goes on as it does. */
    public void start() {
        if (!running) {
            running = true;
            turn++;
            next(turn);
        }
    }

    public void stop() {
        running = false;
    }

    /** One that was stopped and started again meanwhile has another turn, which this one must not run beside. */
    private void next(long mine) {
        later.execute(() -> {
            if (running && mine == turn) {
                next(mine);
                task.run();
            }
        });
    }
}
