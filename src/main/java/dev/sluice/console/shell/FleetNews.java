package dev.sluice.console.shell;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Notice;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.control.Job.Kind;
import dev.sluice.control.Job.Result;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DeploymentState.Failed;
import dev.sluice.domain.DeploymentState.UpdateFailed;
import dev.sluice.domain.DeploymentState.Updating;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Tells what has come to an end between two pictures, whichever page the user is on. */
final class FleetNews {

    private final NoticeBoard notices;
    private final Consumer<DeploymentId> open;

    /** @param open shows the deployment where its failure stands */
    FleetNews(NoticeBoard notices, Consumer<DeploymentId> open) {
        this.notices = notices;
        this.open = open;
    }

    /** @param seen what the user has before their eyes: a failure is not told to someone who reads it already */
    void tell(Fleet before, Fleet after, Predicate<DeploymentId> seen) {
        after.endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .forEach(deployment -> before.deployment(deployment.spec().id())
                        .ifPresent(earlier ->
                                tellFailure(deployment.spec().id(), earlier.state(), deployment.state(), seen)));
        after.jobs().stream().filter(job -> hasEndedSince(before, job)).forEach(job -> tellEnd(job, after));
    }

    /** A state alone does not tell whether anybody asked for it: one that recovers from a crash scales too. */
    private static boolean hasEndedSince(Fleet before, Job job) {
        return !job.isRunning()
                && before.jobs().stream().anyMatch(earlier -> earlier.id() == job.id() && earlier.isRunning());
    }

    private void tellEnd(Job job, Fleet after) {
        if (job.result() instanceof Result.Done) {
            notices.done(Messages.of(doneKey(job.kind()), job.target()));
        } else if (job.kind() == Kind.SCALE
                && job.result() instanceof Result.Failed failed
                && !isOvertaken(job, after)) {
            notices.refused(
                    Messages.of("news.scale-failed", job.target()), List.of(notScaled(failed)), way(job.target()));
        }
    }

    private Notice.Way way(DeploymentId id) {
        return new Notice.Way(Messages.of("news.open", id), () -> open.accept(id));
    }

    private static String doneKey(Kind kind) {
        return switch (kind) {
            case CREATE -> "news.ready";
            case SCALE -> "news.scaled";
            case UPDATE -> "news.updated";
            case DELETE -> "news.deleted";
        };
    }

    /** Whoever gave a later command, or cancelled the job, knows that it ended. */
    private static boolean isOvertaken(Job job, Fleet after) {
        return after.jobs().stream().anyMatch(other -> other.target().equals(job.target()) && other.id() > job.id());
    }

    private static Problem notScaled(Result.Failed failed) {
        return Problem.of(Problem.Code.RESOURCE_NOT_READY, "", failed.why(), Messages.of("news.scale-failed.remedy"));
    }

    /** These stay as a state, which has the whole problem; of a failed scale nothing but its job tells. */
    private void tellFailure(
            DeploymentId id, DeploymentState before, DeploymentState after, Predicate<DeploymentId> seen) {
        if (before instanceof Updating && after instanceof UpdateFailed failed && !seen.test(id)) {
            notices.refused(Messages.of("news.update-failed", id), List.of(failed.problem()), way(id));
        } else if (after instanceof Failed failed && !(before instanceof Failed) && !seen.test(id)) {
            notices.refused(Messages.of("news.failed", id), List.of(failed.problem()), way(id));
        }
    }
}
