package dev.sluice.reconcile;

import dev.sluice.domain.Probe;
import dev.sluice.engine.Instance;
import dev.sluice.reconcile.Planner.Seen.Condition;
import dev.sluice.reconcile.Prober.Finding;
import dev.sluice.reconcile.Probing.Kind;
import dev.sluice.reconcile.Vitals.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Asks each instance for its health, by a readiness probe and a liveness probe, and tells what that comes to.
 *
 * <p>Both go by their settings: after {@code initial_delay}, once a {@code period}, each look within {@code timeout}
 * (reference 1.6). One thing is ours: since a person sits in front of it, an instance that starts is also asked ten times
 * a second from the beginning whether it is ready yet. That can make it ready earlier; how long it may take in all is the
 * cloud's.
 */
final class Health {

    private static final Duration EAGER = Duration.ofMillis(100);

    /** Takes what probes find and what that comes to, on the runtime's thread. */
    interface Listener {

        /** It has answered that it is not ready: it is there, and boots no more. */
        void answers(Tracked instance);

        void judged(Tracked instance, Verdict verdict);
    }

    private final Tools tools;
    private final Sightings sightings;
    private final History history;
    private final Listener listener;
    private final Set<String> watched = new HashSet<>();

    Health(Tools tools, Sightings sightings, History history, Listener listener) {
        this.tools = tools;
        this.sightings = sightings;
        this.history = history;
        this.listener = listener;
    }

    /** Begins with an instance, or goes on if that was done already; ends by itself when it leaves. */
    void watch(Tracked tracked, Probe readiness, Probe liveness) {
        if (watched.add(tracked.name())) {
            var vitals = new Vitals(readiness, liveness);
            askReadiness(tracked, vitals);
            later(tracked.name(), liveness.initialDelay(), still -> askLiveness(still, vitals));
        }
    }

    private void askReadiness(Tracked tracked, Vitals vitals) {
        var probe = vitals.readiness();
        look(tracked, Kind.READINESS, probe, (asked, finding) -> {
            boolean isEager = tracked.condition() == Condition.STARTING && finding != Finding.READY;
            var pause = isEager ? EAGER : untilNext(asked, probe);
            // First, so that whatever the listener does, the instance is asked again.
            later(tracked.name(), pause, still -> askReadiness(still, vitals));
            sightings.find(tracked.name()).ifPresent(now -> {
                if (finding == Finding.NOT_READY && now.condition() == Condition.STARTING) {
                    listener.answers(now);
                }
                vitals.readiness(finding == Finding.READY, now.condition(), age(now))
                        .ifPresent(verdict -> listener.judged(now, verdict));
            });
        });
    }

    private void askLiveness(Tracked tracked, Vitals vitals) {
        var probe = vitals.liveness();
        look(tracked, Kind.LIVENESS, probe, (asked, finding) -> {
            later(tracked.name(), untilNext(asked, probe), still -> askLiveness(still, vitals));
            sightings
                    .find(tracked.name())
                    .filter(now -> now.seen().serves())
                    .ifPresent(now -> vitals.liveness(finding == Finding.READY, now.condition(), age(now))
                            .ifPresent(verdict -> listener.judged(now, verdict)));
        });
    }

    private void look(Tracked tracked, Kind kind, Probe probe, BiConsumer<Instant, Finding> then) {
        var asked = tools.clock().instant();
        finding(tracked, kind, probe)
                .thenAcceptAsync(
                        finding -> {
                            var took = Duration.between(asked, tools.clock().instant());
                            note(tracked, new Probing(kind, asked, finding, took));
                            then.accept(asked, finding);
                        },
                        tools.loop());
    }

    private CompletionStage<Finding> finding(Tracked tracked, Kind kind, Probe probe) {
        return tracked.instance().status() instanceof Instance.Status.Reachable reachable
                ? tools.prober().probe(spot(reachable, kind), probe.timeout())
                : CompletableFuture.completedFuture(Finding.SILENT);
    }

    private static Instance.Spot spot(Instance.Status.Reachable reachable, Kind kind) {
        return switch (kind) {
            case READINESS -> reachable.readiness();
            case LIVENESS -> reachable.liveness();
        };
    }

    /** One without an address was not asked anything. */
    private void note(Tracked tracked, Probing probing) {
        if (tracked.instance().status() instanceof Instance.Status.Reachable
                && sightings.find(tracked.name()).isPresent()) {
            history.probed(tracked.name(), probing);
        }
    }

    private void later(String name, Duration pause, Consumer<Tracked> ask) {
        tools.loop()
                .schedule(
                        () -> sightings
                                .find(name)
                                .filter(tracked -> tracked.seen().serves())
                                .ifPresentOrElse(ask, () -> watched.remove(name)),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Looks begin a period apart, however long the answer took. */
    private Duration untilNext(Instant asked, Probe probe) {
        var pause = Duration.between(tools.clock().instant(), asked.plus(probe.period()));
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    private Duration age(Tracked tracked) {
        return Duration.between(tracked.since(), tools.clock().instant());
    }
}
