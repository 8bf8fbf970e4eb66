package dev.sluice.control;

import dev.sluice.control.Job.Cancelling;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Takes jobs back, or begins them again, by the commands that a user could give as well. For the runtime's thread only. */
final class JobOffice {

    private final JobBook jobs;
    private final Registrar registrar;
    private final Ledger ledger;
    private final DeploymentDesk deployments;
    private final Updates updates;
    private final Supplier<Fleet> picture;

    /** @param picture what users are shown now */
    JobOffice(
            JobBook jobs,
            Registrar registrar,
            Ledger ledger,
            DeploymentDesk deployments,
            Updates updates,
            Supplier<Fleet> picture) {
        this.jobs = jobs;
        this.registrar = registrar;
        this.ledger = ledger;
        this.deployments = deployments;
        this.updates = updates;
        this.picture = picture;
    }

    /**
     * Does what the job's {@link Job#cancelling} says. What is being registered is stopped, which is answered once nothing of
     * it is left, or what is left cannot be removed.
     */
    CompletionStage<Outcome> cancel(Caller by, long id) {
        return registrar
                .cancel(by.actor(), id, ledger.revision())
                .orElseGet(() -> CompletableFuture.completedFuture(cancelJob(by, id)));
    }

    private Outcome cancelJob(Caller by, long id) {
        var job = jobs.find(id);
        var problems = againstCancelling(job);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var outcome =
                takeBack(by.inSpiteOf(Problem.Code.UNDER_WAY).inSpiteOf(Problem.Code.ENDPOINT_BUSY), job.orElseThrow());
        if (outcome instanceof Outcome.Applied) {
            jobs.cancelled(id);
        }
        return outcome;
    }

    private Outcome takeBack(Caller by, Job job) {
        if (job.cancelling() instanceof Cancelling.DropsUpdate) {
            return updates.drop(by, job.target());
        }
        return job.cancelling() instanceof Cancelling.ScalesBack back
                ? deployments.scale(by, job.target(), back.instances())
                : deployments.delete(by, job.target());
    }

    /** Does once more what the job or the registration was to do, if its {@code canRetry} says so; answered when it is begun. */
    Outcome retry(Caller by, long id) {
        return registrar.retry(by.actor(), id, ledger.revision()).orElseGet(() -> retryJob(by, id));
    }

    private Outcome retryJob(Caller by, long id) {
        return picture.get().jobs().stream()
                .filter(job -> job.id() == id && job.canRetry())
                .findFirst()
                .map(job -> again(by, job))
                .orElseGet(() -> new Outcome.Refused(List.of(nothingToRetry())));
    }

    private Outcome again(Caller by, Job job) {
        return ledger.desired()
                .deployment(job.target())
                .flatMap(now -> again(by, job, now))
                .orElseGet(() -> new Outcome.Refused(List.of(nothingToRetry())));
    }

    /** An update that failed is known by the version that it left behind. */
    private Optional<Outcome> again(Caller by, Job failed, DesiredDeployment now) {
        return switch (failed.kind()) {
            case CREATE -> Optional.of(deployments.recreate(by, now.spec()));
            case UPDATE ->
                now.provisioning() instanceof Provisioning.Kept kept
                        ? Optional.of(updates.tryAgain(by, kept))
                        : Optional.empty();
            case SCALE -> Optional.of(deployments.scaleAgain(by, failed.target(), jobs.undoing(failed.id())));
            case DELETE -> Optional.empty();
        };
    }

    List<Job.Line> log(long id) {
        var told = jobs.log(id);
        return told.isEmpty() ? registrar.log(id) : told;
    }

    private static List<Problem> againstCancelling(Optional<Job> job) {
        if (job.isEmpty() || !job.get().isRunning()) {
            return List.of(Problem.of(
                    Problem.Code.NOT_FOUND,
                    "job",
                    "this has ended already, so there is nothing to cancel",
                    "look at its result"));
        }
        return job.get().cancelling() instanceof Job.Cancelling.Impossible
                ? List.of(Problem.of(
                        Problem.Code.NOT_SUPPORTED,
                        "job",
                        "deleting " + job.get().target() + " cannot be taken back: its address is gone already",
                        "create it again when it is gone"))
                : List.of();
    }

    private static Problem nothingToRetry() {
        return Problem.of(
                Problem.Code.NOT_SUPPORTED,
                "job",
                "only a create, update or scale that failed and was the last thing done to its deployment can be tried"
                        + " again, or a registration that failed and was the last of its name and version",
                "give the command again");
    }
}
