package dev.sluice.console.support;

import dev.sluice.control.Job;
import dev.sluice.control.Registering;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A job's steps as they are drawn: those behind, the one under way, those to come. */
public final class JobSteps {

    /** {@code elapsed} is empty for a step that has not begun, or of which only that it is behind is known. */
    public record Step(Phase phase, Standing standing, String title, String elapsed, String lastLine) {}

    public enum Standing {
        DONE,
        RUNNING,
        FAILED,
        CANCELLED,
        WAITING
    }

    private static final List<Phase> WAY_UP_OF_ONE_MORE = List.of(Phase.START, Phase.INIT, Phase.PROBE);
    private static final List<Phase> WAY_OUT_OF_ONE = List.of(Phase.DRAIN, Phase.STOP);

    private JobSteps() {}

    /** All phases of the way up or out; of a scale, which may go either way, those that were begun. */
    public static List<Step> of(Job job, Instant now) {
        var begun = begun(job.steps(), job.result(), Duration.between(job.began(), now));
        return switch (job.kind()) {
            case CREATE, UPDATE -> inOrder(begun, Phase.WAY_UP);
            case DELETE -> inOrder(begun, Phase.WAY_OUT);
            case SCALE -> List.copyOf(begun);
        };
    }

    /** Its files are counted, and then copied. */
    public static List<Step> of(Registering registering, Instant now) {
        return inOrder(
                begun(registering.steps(), registering.result(), Duration.between(registering.began(), now)),
                List.of(Phase.CHECK, Phase.UNPACK));
    }

    /** How far the job's steps have brought it, 0 to 1; empty if it has begun none. */
    public static OptionalDouble progress(Job job) {
        if (job.steps().isEmpty()) {
            return OptionalDouble.empty();
        }
        var newest = job.steps().get(job.steps().size() - 1).phase();
        var all = switch (job.kind()) {
            case CREATE, UPDATE -> Phase.WAY_UP;
            case DELETE -> Phase.WAY_OUT;
            case SCALE -> WAY_UP_OF_ONE_MORE.contains(newest) ? WAY_UP_OF_ONE_MORE : WAY_OUT_OF_ONE;
        };
        return OptionalDouble.of((all.indexOf(newest) + 0.5) / all.size());
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
        var elapsed = Elapsed.text(Duration.between(state.since(), now));
        return inOrder(List.of(step(state.phase(), Standing.RUNNING, elapsed, "")), Phase.WAY_UP);
    }

    public static String title(Phase phase) {
        return switch (phase) {
            case CHECK -> Messages.of("phase.check");
            case UNPACK -> Messages.of("phase.unpack");
            case ENVIRONMENT -> Messages.of("phase.environment");
            case START -> Messages.of("phase.start");
            case INIT -> Messages.of("phase.init");
            case PROBE -> Messages.of("phase.probe");
            case DRAIN -> Messages.of("phase.drain");
            case STOP -> Messages.of("phase.stop");
            case REMOVE -> Messages.of("phase.remove");
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

    /**
     * One that was not told and comes before another that was is behind: a runtime that has begun anew knows no more of it
     * than that.
     */
    private static List<Step> inOrder(List<Step> begun, List<Phase> phases) {
        return phases.stream().map(phase -> step(phase, begun)).toList();
    }

    private static Step step(Phase phase, List<Step> begun) {
        return begun.stream().filter(step -> step.phase() == phase).findFirst().orElseGet(() -> {
            boolean isBehind = begun.stream().anyMatch(step -> step.phase().compareTo(phase) > 0);
            return step(phase, isBehind ? Standing.DONE : Standing.WAITING, "", "");
        });
    }

    /** Of the step that a job with this result is in, or was in last. */
    public static Standing standingOf(Job.Result result) {
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
