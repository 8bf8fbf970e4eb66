package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import dev.sluice.reconcile.Planner.Seen.Condition;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Tells how instances go and what follows them, step by step. */
final class Leaving {

    private final Board board;
    private final Sightings sightings;
    private final Traffic traffic;
    private final Progress progress;
    private final Set<String> drained = new HashSet<>();

    Leaving(Board board, Sightings sightings, Traffic traffic, Progress progress) {
        this.board = board;
        this.sightings = sightings;
        this.traffic = traffic;
        this.progress = progress;
    }

    void draining(Tracked tracked) {
        if (isTold(tracked)) {
            progress.phase(tracked.deployment(), Phase.DRAIN);
            int inFlight = traffic.inFlight(tracked.instance().id());
            var limit = board.drainLimit(tracked.instance().key());
            tell(
                    tracked,
                    "gets no more requests and has " + inFlight + " to answer, for which it is given "
                            + limit.toSeconds() + " s");
        }
    }

    /** The step that stops them begins when no other instance has requests to answer still. */
    void stopping(Tracked tracked) {
        if (!isTold(tracked) || !drained.add(tracked.name())) {
            return;
        }
        int unanswered = traffic.inFlight(tracked.instance().id());
        tell(
                tracked,
                unanswered == 0
                        ? "has answered all its requests"
                        : "is stopped with " + unanswered + " requests unanswered: their time is up");
        boolean othersDrain = sightings.all().stream()
                .filter(other -> other.deployment().equals(tracked.deployment()))
                .filter(other -> other.condition() == Condition.DRAINING)
                .anyMatch(other -> !drained.contains(other.name()));
        if (!othersDrain) {
            progress.phase(tracked.deployment(), Phase.STOP);
        }
    }

    void stopped(Tracked tracked) {
        if (drained.remove(tracked.name()) && isTold(tracked)) {
            tell(tracked, "has stopped");
        }
    }

    void notStopped(Tracked tracked) {
        if (isTold(tracked)) {
            tell(tracked, "could not be stopped, which is tried again");
        }
    }

    void removingFiles(DeploymentId id) {
        progress.phase(id, Phase.REMOVE);
    }

    void removedFiles(DeploymentId id) {
        progress.line(id, "the files of " + id + " are deleted");
    }

    void notRemovedFiles(DeploymentId id, Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        progress.line(id, "files of " + id + " could not be deleted: " + cause.getMessage());
    }

    /** An older version that makes room for the newest is not what the deployment's job is about. */
    private boolean isTold(Tracked tracked) {
        return board.isNewest(tracked.deployment(), tracked.instance().key().generation());
    }

    private void tell(Tracked tracked, String what) {
        progress.line(tracked.deployment(), "instance " + tracked.name() + " " + what);
    }
}
