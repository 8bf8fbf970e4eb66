package dev.sluice.app;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names the program's threads, so that a thread dump can be read. */
final class Threads {

    private Threads() {}

    /** Daemon threads {@code name-1}, {@code name-2} ...: the program ends when its work is done, not when they are. */
    static ThreadFactory named(String name) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
