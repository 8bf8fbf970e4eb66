package dev.sluice.cli;

import static java.util.Comparator.comparingLong;

import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.control.Reason;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Waits, by the runtime's pictures, for the end of what a command has begun. */
final class Waiting {

    private static final long LOOK_EVERY_SECONDS = 1;

    private final Session session;
    private final String what;

    /** @param what is waited for, such as {@code create deployment diabetes/blue} */
    Waiting(Session session, String what) {
        this.session = session;
        this.what = what;
    }

    /** The deployment's newest job, which later ones are told from by their numbers; 0 if there was none. */
    static long newestJob(Fleet fleet, DeploymentId id) {
        return jobsOf(fleet, id).mapToLong(Job::id).max().orElse(0);
    }

    private static Stream<Job> jobsOf(Fleet fleet, DeploymentId id) {
        return fleet.jobs().stream().filter(job -> job.target().equals(id));
    }

    /**
     * Waits until the deployment's first job after {@code earlier} has ended, if there is one, and gives the picture then.
     *
     * @throws CommandFailed if it has not ended well: why, with what the instance said last
     */
    Fleet forJobOf(DeploymentId id, long earlier) {
        Function<Fleet, Optional<Job>> mine =
                fleet -> jobsOf(fleet, id).filter(job -> job.id() > earlier).min(comparingLong(Job::id));
        var last =
                until(fleet -> mine.apply(fleet).map(job -> isOver(job, fleet)).orElse(true), mine);
        mine.apply(last).ifPresent(job -> mustBeDone(job, last));
        return last;
    }

    /** When an update is done, instances of the old version may still be finishing their requests. */
    private static boolean isOver(Job job, Fleet fleet) {
        boolean settling = job.result() instanceof Job.Result.Done
                && fleet.deployment(job.target())
                        .filter(deployment -> deployment.state() instanceof DeploymentState.Scaling)
                        .isPresent();
        return !job.isRunning() && !settling;
    }

    private void mustBeDone(Job job, Fleet fleet) {
        if (job.result() instanceof Job.Result.Cancelled) {
            throw CommandFailed.because(
                    what + " was cancelled meanwhile", "give the command again if it is still wanted");
        }
        if (job.result() instanceof Job.Result.Failed failed) {
            var state = fleet.deployment(job.target()).map(Fleet.DeploymentView::state);
            throw state.flatMap(Waiting::reason)
                    .orElseGet(() -> CommandFailed.because(what + ": " + failed.why(), "see 'show' and 'get-logs'"));
        }
    }

    private static Optional<CommandFailed> reason(DeploymentState state) {
        if (state instanceof DeploymentState.Failed failed) {
            return Optional.of(CommandFailed.ended(failed.problem(), failed.lastLines()));
        }
        return state instanceof DeploymentState.UpdateFailed failed
                ? Optional.of(CommandFailed.ended(failed.problem(), failed.lastLines()))
                : Optional.empty();
    }

    /** Waits until the deployment is gone. There may be another of that name by then, which is none of our business. */
    void forEndOf(DeploymentId id) {
        until(
                fleet -> jobsOf(fleet, id).noneMatch(Waiting::isDeleting)
                        && fleet.deployment(id)
                                .filter(deployment -> deployment.state() instanceof DeploymentState.Deleting)
                                .isEmpty(),
                fleet -> Optional.empty());
    }

    /** Waits until all that was below the endpoint is gone; itself it goes at once. */
    void forEndOf(EndpointName name) {
        until(
                fleet -> fleet.jobs().stream()
                        .filter(job -> job.target().endpoint().equals(name))
                        .noneMatch(Waiting::isDeleting),
                fleet -> Optional.empty());
    }

    private static boolean isDeleting(Job job) {
        return job.isRunning() && job.kind() == Job.Kind.DELETE;
    }

    /** @param job what is told of meanwhile */
    private Fleet until(Predicate<Fleet> isOver, Function<Fleet, Optional<Job>> job) {
        var end = new CompletableFuture<Fleet>();
        var progress = new Progress(session.voice(), session.clock(), what);
        var farewell = session.voice().terminal().onInterrupt(this::sayThatItGoesOn);
        var watch = session.control().watch(fleet -> {
            job.apply(fleet).ifPresent(progress::show);
            if (isOver.test(fleet)) {
                end.complete(fleet);
            }
        });
        try {
            return ended(end, progress);
        } finally {
            close(watch);
            close(farewell);
            progress.close();
        }
    }

    private static void close(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException("waiting could not be ended", e);
        }
    }

    private Fleet ended(CompletableFuture<Fleet> end, Progress progress) {
        while (true) {
            try {
                return end.get(LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException notYet) {
                progress.tick();
                session.mustAnswer(what + ": ");
            } catch (ExecutionException | InterruptedException e) {
                throw CommandFailed.because(
                        what + " is not waited for any more: " + Reason.of(e), "see how it goes by 'show'");
            }
        }
    }

    private String wayBack() {
        return what.startsWith("create ")
                ? "; it is taken back by 'delete' with " + Flags.INSIST
                : what.startsWith("update ") ? "; it can be cancelled in the window" : "";
    }

    private void sayThatItGoesOn() {
        session.voice().say("\n" + what + " goes on in the runtime. See how far it is by 'show'" + wayBack());
    }
}
