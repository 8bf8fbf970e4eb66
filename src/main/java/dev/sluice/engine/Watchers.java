package dev.sluice.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to know that an instance has changed. Safe from any thread. */
public final class Watchers {

    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    private record Watch(Runnable changed) {

        @Override
        public boolean equals(Object other) {
            return this == other; // the same listener may watch twice and end one of the two
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Calls {@code changed} at each {@link #tell}, on the telling thread, until the result is closed. */
    public AutoCloseable add(Runnable changed) {
        var watch = new Watch(changed);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    public void tell() {
        for (var watch : watches) {
            try {
                watch.changed().run();
            } catch (RuntimeException e) {
                LOG.warn("a watcher of instances failed; the others are told all the same", e);
            }
        }
    }
}
