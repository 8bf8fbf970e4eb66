package dev.sluice.reconcile;

import dev.sluice.domain.CodeSource;
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
    private static final Duration STOP_AGAIN = Duration.ofSeconds(2);
    private static final int LAST_LINES = 500;

    private final Tools tools;
    private final Board board;
    private final Sightings sightings;
    private final Traffic traffic;
    private final History history;
    private final Progress progress;
    private final Failures failures;
    private final Runnable turn;
    private final Leaving leaving;
    private final Set<String> clearing = new HashSet<>();
    private final Set<String> stopping = new HashSet<>();

    Retirement(
            Tools tools,
            Board board,
            Sightings sightings,
            Traffic traffic,
            History history,
            Progress progress,
            Failures failures,
            Runnable turn) {
        this.tools = tools;
        this.board = board;
        this.sightings = sightings;
        this.traffic = traffic;
        this.history = history;
        this.progress = progress;
        this.failures = failures;
        this.turn = turn;
        leaving = new Leaving(board, sightings, traffic, progress);
    }

    /**
     * No new requests; when those in flight have ended, or at the latest after the drain limit, it is stopped. One that is
     * still being started is left alone: it is retired when the engine has told of it.
     */
    void retire(String name) {
        sightings.find(name).ifPresent(this::retire);
    }

    private void retire(Tracked tracked) {
        leaving.draining(tracked);
        sightings.become(tracked.name(), Condition.DRAINING);
        var deadline = new CompletableFuture<Void>();
        tools.loop()
                .schedule(
                        () -> deadline.complete(null),
                        board.drainLimit(tracked.instance().key()).toMillis(),
                        TimeUnit.MILLISECONDS);
        CompletableFuture.anyOf(drained(tracked).toCompletableFuture(), deadline)
                .thenRunAsync(
                        () -> {
                            leaving.stopping(tracked);
                            stop(tracked);
                        },
                        tools.loop());
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
                .tail(tracked.instance().id(), LAST_LINES)
                .exceptionally(failure -> List.of())
                .thenAcceptAsync(
                        lines -> {
                            ended(tracked, lines);
                            stop(tracked);
                        },
                        tools.loop());
    }

    private void ended(Tracked tracked, List<String> lines) {
        var id = tracked.deployment();
        var diagnosis = Diagnosis.of(tracked, circumstancesOf(tracked), lines);
        progress.instanceEnded(tracked, diagnosis.problem(), lines);
        history.ended(
                id, new Exit(tracked.name(), tools.clock().instant(), Diagnosis.reason(tracked), diagnosis.lines()));
        failures.failed(id, tracked.instance().key().generation(), diagnosis.problem(), diagnosis.lines());
    }

    private Circumstances circumstancesOf(Tracked tracked) {
        var key = tracked.instance().key();
        var code = board.version(key).map(version -> version.spec().code()).orElseGet(CodeSource.None::new);
        var startedFrom = board.ready(key.deployment(), key.generation());
        return new Circumstances(
                board.readinessOf(tracked).budget(),
                history.probes(tracked.name()),
                CodeCopy.of(startedFrom.map(ready -> ready.files().app()), code),
                startedFrom.map(ready -> ready.environment().differences()).orElse(List.of()));
    }

    /** Stops the instance without waiting for its requests; called again, it changes nothing. */
    void stop(Tracked tracked) {
        if (stopping.add(tracked.name())) {
            askToStop(tracked);
        }
    }

    private void askToStop(Tracked tracked) {
        tools.engine()
                .stop(tracked.instance().id(), STOP_GRACE)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure == null) {
                                gone(tracked);
                            } else {
                                askAgainLater(tracked, failure);
                            }
                        },
                        tools.loop());
    }

    /** It is kept in mind as it is: taken for a new one, it would be given requests again. */
    private void askAgainLater(Tracked tracked, Throwable failure) {
        LOG.warn("instance {} could not be stopped and will be tried again", tracked.name(), failure);
        leaving.notStopped(tracked);
        tools.loop().schedule(() -> askToStop(tracked), STOP_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void gone(Tracked tracked) {
        clearing.remove(tracked.name());
        stopping.remove(tracked.name());
        traffic.forget(tracked.instance().id());
        sightings.forget(tracked.name());
        history.forget(tracked.name());
        leaving.stopped(tracked);
        turn.run();
    }

    /** Deletes the files of a deployment of which nothing runs any more; {@code done} is told on the runtime's thread. */
    void removeFiles(DeploymentId id, Runnable done) {
        leaving.removingFiles(id);
        onDisk(id, () -> removeAll(id), () -> {
            traffic.forget(id);
            history.forget(id);
            done.run();
        });
    }

    private void removeAll(DeploymentId id) {
        tools.workspace().remove(id);
        tools.loop().execute(() -> leaving.removedFiles(id));
    }

    /** Deletes the files of one generation likewise. */
    void removeFiles(DeploymentId id, long generation, Runnable done) {
        onDisk(id, () -> tools.workspace().remove(id, generation), done);
    }

    private void onDisk(DeploymentId id, Runnable removal, Runnable done) {
        CompletableFuture.runAsync(removal, tools.blocking())
                .whenCompleteAsync(
                        (removed, failure) -> {
                            if (failure != null) {
                                LOG.warn("the files of {} could not be removed", id, failure);
                                leaving.notRemovedFiles(id, failure);
                            }
                            done.run();
                        },
                        tools.loop());
    }
}
