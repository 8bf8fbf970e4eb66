package dev.sluice.console.jobs;

import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.FileSize;
import dev.sluice.console.support.JobSteps;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Needs;
import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.control.Job.Cancelling;
import dev.sluice.control.Job.Result;
import dev.sluice.control.Registering;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job as it is drawn, or an errand of the window's own.
 *
 * @param now the step it is in, or how it ended, in a few words
 * @param progress how much of it is done, 0 to 1; negative if nobody knows
 * @param why what went wrong; empty if nothing did
 * @param canCancel whether it runs and can be cancelled
 * @param cancelEffect what cancelling it would do, or why it cannot be cancelled, as a sentence; empty once it has ended
 * @param canRetry whether it failed and can be begun once more
 */
record JobRow(
        long id,
        Instant began,
        String title,
        Standing standing,
        String elapsed,
        String now,
        double progress,
        String why,
        List<Step> steps,
        boolean canCancel,
        String cancelEffect,
        boolean canRetry) {

    enum Standing {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /** {@code elapsed} is empty for one that has not begun, or of which only that it is behind is known. */
    record Step(JobSteps.Standing standing, String title, String elapsed) {}

    private static final double UNKNOWN = -1;

    static JobRow of(Job job, Fleet fleet, Instant now) {
        var standing = standing(job.result());
        return new JobRow(
                job.id(),
                job.began(),
                title(job),
                standing,
                Elapsed.text(Duration.between(job.began(), job.result().end().orElse(now))),
                inWords(job, standing, fleet),
                progress(job, standing, fleet),
                why(job.result()),
                cameTo(JobSteps.of(job, now), job.isRunning()),
                !(job.cancelling() instanceof Cancelling.Impossible),
                effect(job),
                job.canRetry());
    }

    static JobRow of(Registering registering, Instant now) {
        var standing = standing(registering.result());
        return new JobRow(
                registering.id(),
                registering.began(),
                title(registering),
                standing,
                Elapsed.text(Duration.between(
                        registering.began(), registering.result().end().orElse(now))),
                standing == Standing.RUNNING ? stepOf(registering) : ended(standing),
                standing == Standing.RUNNING ? progress(registering) : 1,
                why(registering.result()),
                cameTo(JobSteps.of(registering, now), registering.isRunning()),
                registering.canCancel(),
                effect(registering),
                registering.canRetry());
    }

    /** What cancelling it needs: an errand is the window's own. */
    Needs cancelNeeds() {
        return id < 0 ? Needs.NOTHING : Needs.RUNTIME;
    }

    /** All that the list shows of it, for whoever hears it. */
    String spoken() {
        var facts = String.join(", ", title, now, elapsed);
        return why.isEmpty() ? facts : facts + ". " + why;
    }

    static String title(Job job) {
        return switch (job.kind()) {
            case CREATE -> Messages.of("job.create", job.target());
            case SCALE -> Messages.of("job.scale", job.target());
            case UPDATE -> Messages.of("job.update", job.target());
            case DELETE -> Messages.of("job.delete", job.target());
        };
    }

    static String title(Registering registering) {
        return Messages.of("job.register", registering.kind().word(), registering.name());
    }

    /** What is done for it now: {@code 1.2 GiB of 4.0 GiB copied, 3 of 12 files}. */
    static String stepOf(Registering registering) {
        if (!registering.canCancel()) {
            return Messages.of("job.register.stops");
        } else if (registering.steps().isEmpty()) {
            return Messages.of("job.register.waits");
        } else if (registering.all().files() == 0) {
            return JobSteps.title(Phase.CHECK);
        }
        return Messages.of(
                "job.register.copied",
                FileSize.text(registering.copied().bytes()),
                FileSize.text(registering.all().bytes()),
                registering.copied().files(),
                registering.all().files());
    }

    /** What the job does now, without how long it has taken: {@code Environment}, or {@code 1 of 3 instances ready}. */
    static String stepOf(Job job, Fleet fleet) {
        var state = fleet.deployment(job.target()).map(Fleet.DeploymentView::state);
        if (state.isPresent() && state.get() instanceof DeploymentState.Scaling scaling) {
            return Messages.of("job.ready-of", scaling.ready(), scaling.wanted());
        }
        var newest = job.steps().isEmpty()
                ? Optional.<Phase>empty()
                : Optional.of(job.steps().get(job.steps().size() - 1).phase());
        if (state.isPresent()
                && state.get() instanceof DeploymentState.Deleting deleting
                && newest.filter(phase -> phase != Phase.DRAIN).isEmpty()) {
            return Messages.of("job.draining", deleting.inFlight());
        }
        return newest.map(JobSteps::title).orElseGet(() -> Messages.of("job.begun"));
    }

    /** Of one that has ended, those it came to: what it did not come to is not to come any more. */
    private static List<Step> cameTo(List<JobSteps.Step> steps, boolean isRunning) {
        return steps.stream()
                .filter(step -> isRunning || step.standing() != JobSteps.Standing.WAITING)
                .map(step -> new Step(step.standing(), step.title(), step.elapsed()))
                .toList();
    }

    static Standing standing(Result result) {
        if (result instanceof Result.Running) {
            return Standing.RUNNING;
        } else if (result instanceof Result.Cancelled) {
            return Standing.CANCELLED;
        }
        return result instanceof Result.Failed ? Standing.FAILED : Standing.DONE;
    }

    private static String inWords(Job job, Standing standing, Fleet fleet) {
        return standing == Standing.RUNNING ? stepOf(job, fleet) : ended(standing);
    }

    static String ended(Standing how) {
        return switch (how) {
            case RUNNING -> "";
            case DONE -> Messages.of("job.done");
            case FAILED -> Messages.of("job.failed");
            case CANCELLED -> Messages.of("job.cancelled");
        };
    }

    static String why(Result result) {
        return result instanceof Result.Failed failed ? Sentence.of(failed.why()) : "";
    }

    private static double progress(Registering registering) {
        long all = registering.all().bytes();
        return all > 0 ? (double) registering.copied().bytes() / all : UNKNOWN;
    }

    private static double progress(Job job, Standing standing, Fleet fleet) {
        if (standing != Standing.RUNNING) {
            return 1;
        }
        var state = fleet.deployment(job.target()).map(Fleet.DeploymentView::state);
        if (state.isPresent()
                && state.get() instanceof DeploymentState.Scaling scaling
                && scaling.wanted() > scaling.ready()) {
            return (double) scaling.ready() / scaling.wanted();
        }
        return JobSteps.progress(job).orElse(UNKNOWN);
    }

    private static String effect(Job job) {
        if (job.cancelling() instanceof Cancelling.Deletes) {
            return Messages.of("job.cancel.deletes", job.target());
        }
        if (job.cancelling() instanceof Cancelling.DropsUpdate) {
            return Messages.of("job.cancel.drops", job.target());
        }
        if (job.cancelling() instanceof Cancelling.ScalesBack back) {
            return Messages.of("job.cancel.scales-back", job.target(), back.instances());
        }
        return job.isRunning() && job.kind() == Job.Kind.DELETE
                ? Messages.of("job.cancel.impossible", job.target())
                : "";
    }

    private static String effect(Registering registering) {
        if (registering.canCancel()) {
            return Messages.of("job.cancel.registers");
        }
        return registering.isRunning() ? Messages.of("job.cancel.registers.already") : "";
    }
}
