package dev.sluice.control;

import dev.sluice.control.Job.Cancelling.ScalesBack;
import dev.sluice.control.RolloutControl.Outcome;
import java.util.List;

/** Takes jobs back, or begins them again, by the commands that a user could give as well. For the runtime's thread only. */
final class JobOffice {

    private final JobBook jobs;
    private final Desk desk;

    JobOffice(JobBook jobs, Desk desk) {
        this.jobs = jobs;
        this.desk = desk;
    }

    /** Does what the job's {@link Job#cancelling} says. */
    Outcome cancel(long id) {
        var job = jobs.find(id);
        var problems = Checks.cancel(job);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var outcome = takeBack(job.orElseThrow());
        if (outcome instanceof Outcome.Applied) {
            jobs.cancelled(id);
        }
        return outcome;
    }

    private Outcome takeBack(Job job) {
        return job.cancelling() instanceof ScalesBack back
                ? desk.scale(job.target(), back.instances())
                : desk.deleteDeployment(job.target());
    }

    Outcome retry(long id) {
        var job = jobs.find(id);
        var problems = Checks.retry(job);
        return problems.isEmpty() ? desk.createAgain(job.orElseThrow().target()) : new Outcome.Refused(problems);
    }

    List<Job.Line> log(long id) {
        return jobs.log(id);
    }
}
