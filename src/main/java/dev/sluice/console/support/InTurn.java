package dev.sluice.console.support;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Has tasks run by another executor, one after the other in the order in which they came. Safe from any thread. */
public final class InTurn implements Executor {

    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    public InTurn(Executor executor) {
        this.executor = executor;
    }

    @Override
    public synchronized void execute(Runnable task) {
        waiting.add(task);
        if (!running) {
            runNext();
        }
    }

    private synchronized void runNext() {
        var next = waiting.poll();
        running = next != null;
        if (next != null) {
            executor.execute(() -> run(next));
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            runNext();
        }
    }
}
