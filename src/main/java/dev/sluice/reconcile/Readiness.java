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
 * Asks each instance again and again whether it is ready, and writes down what it finds.
 *
 * <p>The cloud first waits {@code initial_delay} and then asks once a {@code period} (reference 1.6). Here the first
 * answer is awaited eagerly, ten times a second, since a person sits in front of it; how long an instance may take in
 * all is the cloud's. One that is ready is asked once a period, to be shown: what it answers changes nothing.
 */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Takes what a probe found, on the runtime's thread. */
    interface Listener {
        void probed(Tracked tracked, Finding finding);
    }

    private final Tools tools;
    private final Sightings sightings;
    private final History history;
    private final Listener listener;
    private final Set<String> watched = new HashSet<>();

    Readiness(Tools tools, Sightings sightings, History history, Listener listener) {
        this.tools = tools;
        this.sightings = sightings;
        this.history = history;
        this.listener = listener;
    }

    /** Begins with an instance, or goes on if that was done already; ends by itself when it leaves. */
    void watch(Tracked tracked, Probe probe) {
        if (watched.add(tracked.name())) {
            ask(tracked, probe);
        }
    }

    private void ask(Tracked tracked, Probe probe) {
        var asked = tools.clock().instant();
        finding(tracked, probe)
                .thenAcceptAsync(
                        finding -> {
                            var took = Duration.between(asked, tools.clock().instant());
                            note(tracked, new Probing(asked, finding, took));
                            // First, so that whatever the listener does, the instance is asked again.
                            askAgainLater(tracked.name(), probe, pauseAfter(tracked, finding, probe));
                            listener.probed(tracked, finding);
                        },
                        tools.loop());
    }

    /** One without an address was not asked anything. */
    private void note(Tracked tracked, Probing probing) {
        if (tracked.instance().status() instanceof Instance.Status.Reachable
                && sightings.find(tracked.name()).isPresent()) {
            history.probed(tracked.name(), probing);
        }
    }

    private static Duration pauseAfter(Tracked tracked, Finding finding, Probe probe) {
        return finding == Finding.READY || tracked.condition() == Condition.READY ? probe.period() : PAUSE;
    }

    private void askAgainLater(String name, Probe probe, Duration pause) {
        tools.loop()
                .schedule(
                        () -> sightings
                                .find(name)
                                .filter(tracked -> tracked.condition() == Condition.STARTING
                                        || tracked.condition() == Condition.READY)
                                .ifPresentOrElse(tracked -> ask(tracked, probe), () -> watched.remove(name)),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private CompletionStage<Finding> finding(Tracked tracked, Probe probe) {
        return tracked.instance().status() instanceof Instance.Status.Reachable reachable
                ? tools.prober().probe(reachable.readiness(), probe.timeout())
                : CompletableFuture.completedFuture(Finding.SILENT);
    }
}
