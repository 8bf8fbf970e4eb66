package dev.sluice.console.shell;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.console.support.Selection;
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

/** Tells what has come to an end between two pictures, whichever page the user is on. */
final class FleetNews {

    private final NoticeBoard notices;

    FleetNews(NoticeBoard notices) {
        this.notices = notices;
    }

    /** What failed is not told again to someone who looks at it: {@code watched} is the page that is open. */
    void tell(Fleet before, Fleet after, Selection watched) {
        after.endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .forEach(deployment -> before.deployment(deployment.spec().id())
                        .ifPresent(
                                earlier -> tell(deployment.spec().id(), earlier.state(), deployment.state(), watched)));
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

    private void tell(DeploymentId id, DeploymentState before, DeploymentState after, Selection watched) {
        if (before instanceof Creating && after instanceof Succeeded) {
            notices.done(Messages.of("news.ready", id));
        } else if (before instanceof Updating
                && after instanceof UpdateFailed failed
                && !watched.equals(new Selection.OfDeployment(id))) {
            notices.refused(Messages.of("news.update-failed", id), List.of(failed.problem()));
        } else if (before instanceof Updating && (after instanceof Succeeded || after instanceof Scaling)) {
            notices.done(Messages.of("news.updated", id));
        } else if (before instanceof Scaling && after instanceof Succeeded) {
            notices.done(Messages.of("news.scaled", id));
        } else if (after instanceof Failed failed
                && !(before instanceof Failed)
                && !watched.equals(new Selection.OfDeployment(id))) {
            notices.refused(Messages.of("news.failed", id), List.of(failed.problem()));
        }
    }
}
