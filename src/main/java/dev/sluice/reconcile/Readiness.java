package dev.sluice.reconcile;

import dev.sluice.domain.Probe;
import dev.sluice.engine.Instance;
import dev.sluice.reconcile.Planner.Seen.Condition;
import dev.sluice.reconcile.Prober.Finding;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Asks each starting instance again and again whether it is ready.
 *
 * <p>The cloud first waits {@code initial_delay} and then asks once a {@code period} (reference 1.6). Here the first
 * answer is awaited eagerly, ten times a second, since a person sits in front of it; how long an instance may take in
 * all is the cloud's.
 */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Takes what a probe found, on the runtime's thread. */
    interface Listener {
        void probed(Tracked tracked, Finding finding);
    }

    private final Tools tools;
    private final Sightings sightings;
    private final Listener listener;
    private final Set<String> watched = new HashSet<>();

    Readiness(Tools tools, Sightings sightings, Listener listener) {
        this.tools = tools;
        this.sightings = sightings;
        this.listener = listener;
    }

    /** Begins with an instance, or goes on if that was done already; ends by itself when it starts no more. */
    void watch(Tracked tracked, Probe probe) {
        if (watched.add(tracked.name())) {
            ask(tracked, probe);
        }
    }

    private void ask(Tracked tracked, Probe probe) {
        finding(tracked, probe)
                .thenAcceptAsync(
                        finding -> {
                            // First, so that whatever the listener does, the instance is asked again.
                            askAgainLater(tracked.name(), probe);
                            listener.probed(tracked, finding);
                        },
                        tools.loop());
    }

    private void askAgainLater(String name, Probe probe) {
        tools.loop()
                .schedule(
                        () -> sightings
                                .find(name)
                                .filter(tracked -> tracked.condition() == Condition.STARTING)
                                .ifPresentOrElse(tracked -> ask(tracked, probe), () -> watched.remove(name)),
                        PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private CompletionStage<Finding> finding(Tracked tracked, Probe probe) {
        return tracked.instance().status() instanceof Instance.Status.Reachable reachable
                ? tools.prober().probe(reachable.address(), probe.timeout())
                : CompletableFuture.completedFuture(Finding.SILENT);
    }
}
