package dev.sluice.engine.process;

import dev.sluice.engine.Watchers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the instances from time to time and tells of changes: nobody else tells when a server has written its port, or
 * when a process of an earlier run has ended. For the engine's thread only.
 */
final class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final long LOOK_MILLIS = 100;

    /** Once all have opened their ports: children tell when they end, those of an earlier run are looked for. */
    private static final long CALM_MILLIS = 1_000;

    private final ScheduledExecutorService thread;
    private final KnownProcesses processes;
    private final Watchers watchers;
    private Future<?> nextLook = CompletableFuture.completedFuture(null);

    Lookout(ScheduledExecutorService thread, KnownProcesses processes, Watchers watchers) {
        this.thread = thread;
        this.processes = processes;
        this.watchers = watchers;
    }

    /** Looks now and goes on looking; where no port is about to be written, looking less often spares the computer. */
    void lookOn() {
        look();
        boolean isCalm = processes.looked().stream().noneMatch(InstanceProcess::isStarting);
        lookIn(isCalm ? CALM_MILLIS : LOOK_MILLIS);
    }

    /** Something was started, which is about to write its port. */
    void lookSoon() {
        lookIn(LOOK_MILLIS);
    }

    private void lookIn(long millis) {
        nextLook.cancel(false);
        nextLook = thread.schedule(this::lookOn, millis, TimeUnit.MILLISECONDS);
    }

    void look() {
        try {
            long changes =
                    processes.looked().stream().filter(InstanceProcess::look).count();
            if (changes > 0) {
                watchers.tell();
            }
        } catch (RuntimeException e) {
            LOG.warn("a look at the instances failed; the next will tell", e); // thrown on, it would be the last
        }
    }
}
