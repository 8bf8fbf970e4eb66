package dev.sluice.console.support;

import dev.sluice.control.Job;
import dev.sluice.control.Registering;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A job's steps as they are drawn: those behind, the one under way, those to come. */
public final class JobSteps {

    /** {@code elapsed} is empty for a step that has not begun. */
    public record Step(Phase phase, Standing standing, String title, String elapsed, String lastLine) {}

    public enum Standing {
        DONE,
        RUNNING,
        FAILED,
        CANCELLED,
        WAITING
    }

    private JobSteps() {}

    /** All six phases of a new deployment or version; of another job, those that were begun. */
    public static List<Step> of(Job job, Instant now) {
        var steps = begun(job.steps(), job.result(), Duration.between(job.began(), now));
        if (job.kind() == Job.Kind.CREATE || job.kind() == Job.Kind.UPDATE) {
            addWaiting(steps, List.of(Phase.values()));
        }
        return List.copyOf(steps);
    }

    /** Its files are counted, and then copied. */
    public static List<Step> of(Registering registering, Instant now) {
        var steps = begun(registering.steps(), registering.result(), Duration.between(registering.began(), now));
        addWaiting(steps, List.of(Phase.CHECK, Phase.UNPACK));
        return List.copyOf(steps);
    }

    private static List<Step> begun(List<Job.Step> begun, Job.Result result, Duration since) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < begun.size(); i++) {
            var last = i == begun.size() - 1;
            var standing = last ? standingOf(result) : Standing.DONE;
            var took = standing == Standing.RUNNING
                    ? runningFor(begun, since)
                    : begun.get(i).took();
            steps.add(step(
                    begun.get(i).phase(),
                    standing,
                    Elapsed.text(took),
                    begun.get(i).lastLine()));
        }
        return steps;
    }

    /** For a deployment whose job is not known any more. */
    public static List<Step> of(DeploymentState.Creating state, Instant now) {
        var steps = new ArrayList<Step>();
        for (var phase : Phase.values()) {
            if (phase.compareTo(state.phase()) < 0) {
                steps.add(step(phase, Standing.DONE, "", ""));
            }
        }
        steps.add(step(state.phase(), Standing.RUNNING, Elapsed.text(Duration.between(state.since(), now)), ""));
        addWaiting(steps, List.of(Phase.values()));
        return List.copyOf(steps);
    }

    public static String title(Phase phase) {
        return switch (phase) {
            case CHECK -> Messages.of("phase.check");
            case UNPACK -> Messages.of("phase.unpack");
            case ENVIRONMENT -> Messages.of("phase.environment");
            case START -> Messages.of("phase.start");
            case INIT -> Messages.of("phase.init");
            case PROBE -> Messages.of("phase.probe");
        };
    }

    /** What the steps before it have not used of the job's time: a picture tells the step's own only now and then. */
    private static Duration runningFor(List<Job.Step> begun, Duration since) {
        var newest = begun.get(begun.size() - 1);
        var before = begun.stream()
                .map(Job.Step::took)
                .reduce(Duration.ZERO, Duration::plus)
                .minus(newest.took());
        var took = since.minus(before);
        return took.compareTo(newest.took()) > 0 ? took : newest.took();
    }

    private static void addWaiting(List<Step> steps, List<Phase> phases) {
        for (var phase : phases) {
            if (steps.stream().noneMatch(step -> step.phase() == phase)) {
                steps.add(step(phase, Standing.WAITING, "", ""));
            }
        }
    }

    private static Standing standingOf(Job.Result result) {
        if (result instanceof Job.Result.Running) {
            return Standing.RUNNING;
        }
        if (result instanceof Job.Result.Cancelled) {
            return Standing.CANCELLED;
        }
        return result instanceof Job.Result.Failed ? Standing.FAILED : Standing.DONE;
    }

    private static Step step(Phase phase, Standing standing, String elapsed, String lastLine) {
        return new Step(phase, standing, title(phase), elapsed, lastLine);
    }
}
