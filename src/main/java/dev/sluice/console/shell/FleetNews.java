package dev.sluice.console.shell;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DeploymentState.Creating;
import dev.sluice.domain.DeploymentState.Failed;
import dev.sluice.domain.DeploymentState.Scaling;
import dev.sluice.domain.DeploymentState.Succeeded;
import dev.sluice.domain.DeploymentState.UpdateFailed;
import dev.sluice.domain.DeploymentState.Updating;
import java.util.List;
import java.util.function.Predicate;

/** Tells what has come to an end between two pictures, whichever page the user is on. */
final class FleetNews {

    private final NoticeBoard notices;

    FleetNews(NoticeBoard notices) {
        this.notices = notices;
    }

    /** @param seen what the user has before their eyes: a failure is not told to someone who reads it already */
    void tell(Fleet before, Fleet after, Predicate<DeploymentId> seen) {
        after.endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .forEach(deployment -> before.deployment(deployment.spec().id())
                        .ifPresent(earlier -> tell(deployment.spec().id(), earlier.state(), deployment.state(), seen)));
        tellDeleted(before, after);
    }

    /** What is gone has no state to tell it by. */
    private void tellDeleted(Fleet before, Fleet after) {
        after.jobs().stream()
                .filter(job -> job.kind() == Job.Kind.DELETE && job.result() instanceof Job.Result.Done)
                .filter(job ->
                        before.jobs().stream().anyMatch(earlier -> earlier.id() == job.id() && earlier.isRunning()))
                .forEach(job -> notices.done(Messages.of("news.deleted", job.target())));
    }

    private void tell(DeploymentId id, DeploymentState before, DeploymentState after, Predicate<DeploymentId> seen) {
        if (before instanceof Creating && after instanceof Succeeded) {
            notices.done(Messages.of("news.ready", id));
        } else if (before instanceof Updating && after instanceof UpdateFailed failed && !seen.test(id)) {
            notices.refused(Messages.of("news.update-failed", id), List.of(failed.problem()));
        } else if (before instanceof Updating && (after instanceof Succeeded || after instanceof Scaling)) {
            notices.done(Messages.of("news.updated", id));
        } else if (before instanceof Scaling && after instanceof Succeeded) {
            notices.done(Messages.of("news.scaled", id));
        } else if (after instanceof Failed failed && !(before instanceof Failed) && !seen.test(id)) {
            notices.refused(Messages.of("news.failed", id), List.of(failed.problem()));
        }
    }
}
