package dev.sluice.router.http;

import io.netty.channel.EventLoop;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One thread that wakes event loops when something is due. They could do that themselves; but an event loop that has a
 * timer sets the kernel's anew each time before it waits, thousands of times a second, for ten ticks that it needs.
 */
final class Clockwork implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Clockwork::daemon);

    Alarm of(EventLoop loop) {
        return (millis, task) -> {
            try {
                thread.schedule(() -> run(loop, task), millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                // Nothing is due any more.
            }
        };
    }

    private static void run(EventLoop loop, Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException ended) {
            // It ended while this was due.
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "router-clock");
        thread.setDaemon(true);
        return thread;
    }
}
