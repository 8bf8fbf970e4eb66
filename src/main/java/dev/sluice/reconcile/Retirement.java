package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.reconcile.Planner.Seen.Condition;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes instances out of service, and clears away what has ended. */
final class Retirement {

    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    private static final int LINES_OF_A_FAILURE = 60;

    private final Tools tools;
    private final Board board;
    private final Sightings sightings;
    private final Traffic traffic;
    private final Failures failures;
    private final Runnable turn;
    private final Set<String> clearing = new HashSet<>();
    private final Set<String> stopping = new HashSet<>();

    Retirement(Tools tools, Board board, Sightings sightings, Traffic traffic, Failures failures, Runnable turn) {
        this.tools = tools;
        this.board = board;
        this.sightings = sightings;
        this.traffic = traffic;
        this.failures = failures;
        this.turn = turn;
    }

    /** No new requests; when those in flight have ended, or at the latest after the drain limit, it is stopped. */
    void retire(String name) {
        var tracked = sightings.find(name).orElseThrow();
        sightings.become(name, Condition.DRAINING);
        var deadline = new CompletableFuture<Void>();
        tools.loop()
                .schedule(
                        () -> deadline.complete(null),
                        board.drainLimit(tracked.deployment()).toMillis(),
                        TimeUnit.MILLISECONDS);
        CompletableFuture.anyOf(drained(tracked).toCompletableFuture(), deadline)
                .thenComposeAsync(done -> stop(tracked), tools.loop());
    }

    /** A deleted deployment ends its waiting requests too, before its instances close. */
    private CompletionStage<Void> drained(Tracked tracked) {
        var instance = tracked.instance().id();
        return board.isWanted(tracked.deployment())
                ? traffic.drain(instance)
                : traffic.drain(tracked.deployment()).thenComposeAsync(done -> traffic.drain(instance), tools.loop());
    }

    /** It has ended, or was given up: keep its last words, say why, take away the rest. */
    void clear(String name) {
        var tracked = sightings.find(name).orElseThrow();
        if (!clearing.add(name)) {
            return;
        }
        traffic.forget(tracked.instance().id());
        tools.engine()
                .tail(tracked.instance().id(), LINES_OF_A_FAILURE)
                .exceptionally(failure -> List.of())
                .thenComposeAsync(
                        lines -> {
                            var budget = board.readinessOf(tracked).budget();
                            failures.failed(tracked.deployment(), Diagnosis.of(tracked, budget, lines), lines);
                            return stop(tracked);
                        },
                        tools.loop())
                .whenCompleteAsync((done, failure) -> clearing.remove(name), tools.loop());
    }

    private CompletionStage<Void> stop(Tracked tracked) {
        return tools.engine()
                .stop(tracked.instance().id(), STOP_GRACE)
                .handleAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                LOG.warn(
                                        "instance {} could not be stopped and will be tried again",
                                        tracked.name(),
                                        failure);
                            }
                            traffic.forget(tracked.instance().id());
                            sightings.forget(tracked.name());
                            turn.run();
                            return null;
                        },
                        tools.loop());
    }

    /** Stops the instance without waiting for its requests; called again, it changes nothing. */
    void stopNow(Tracked tracked) {
        if (stopping.add(tracked.name())) {
            stop(tracked);
        }
    }

    /** Deletes the files of a deployment of which nothing runs any more; {@code done} is told on the runtime's thread. */
    void removeFiles(DeploymentId id, Runnable done) {
        CompletableFuture.runAsync(() -> tools.workspace().remove(id), tools.blocking())
                .whenCompleteAsync(
                        (removed, failure) -> {
                            if (failure != null) {
                                LOG.warn("the files of {} could not be removed", id, failure);
                            }
                            traffic.forget(id);
                            done.run();
                        },
                        tools.loop());
    }
}
