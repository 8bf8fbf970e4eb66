package dev.sluice.console.invoke;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something later. Safe from any thread. */
interface Delay {

    /** On the JDK's own timer thread, which the task must not hold up. */
    Delay BY_TIMER = (wait, task) -> CompletableFuture.delayedExecutor(
                    Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS, Runnable::run)
            .execute(task);

    void after(Duration wait, Runnable task);
}
