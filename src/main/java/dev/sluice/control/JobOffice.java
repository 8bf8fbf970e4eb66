package dev.sluice.control;

import dev.sluice.control.Job.Cancelling;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Problem;
import java.util.List;

/** Takes jobs back, or begins them again, by the commands that a user could give as well. For the runtime's thread only. */
final class JobOffice {

    private final JobBook jobs;
    private final Ledger ledger;
    private final DeploymentDesk deployments;
    private final Updates updates;

    JobOffice(JobBook jobs, Ledger ledger, DeploymentDesk deployments, Updates updates) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.deployments = deployments;
        this.updates = updates;
    }

    /** Does what the job's {@link Job#cancelling} says. */
    Outcome cancel(Caller by, long id) {
        var job = jobs.find(id);
        var problems = Checks.cancel(job);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var outcome = takeBack(by.inSpiteOf(Problem.Code.UNDER_WAY), job.orElseThrow());
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

    Outcome retry(Caller by, long id) {
        var job = jobs.find(id);
        var problems = Checks.retry(job);
        return problems.isEmpty() ? createAgain(by, job.orElseThrow().target()) : new Outcome.Refused(problems);
    }

    private Outcome createAgain(Caller by, DeploymentId id) {
        return ledger.desired()
                .deployment(id)
                .map(failed -> deployments.recreate(by, failed.spec()))
                .orElseGet(() -> new Outcome.Refused(List.of(Checks.nothingToRetry())));
    }

    List<Job.Line> log(long id) {
        return jobs.log(id);
    }
}
