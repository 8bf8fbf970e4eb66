package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that takes longer than a moment, with its named steps. The newest finished ones are kept. */
public record Job(long id, Kind kind, DeploymentId target, Instant began, Result result, List<Step> steps) {

    public Job {
        steps = List.copyOf(steps);
    }

    public boolean isRunning() {
        return result instanceof Result.Running;
    }

    public enum Kind {
        CREATE,
        SCALE,
        UPDATE,
        DELETE
    }

    /** How a job stands. */
    public sealed interface Result {
        record Running() implements Result {}

        record Done(Instant at) implements Result {}

        record Failed(Instant at, String why) implements Result {}
    }

    /** A step that was begun; {@code took} grows until the next begins. {@code lastLine} is the newest of its log. */
    public record Step(Phase phase, Duration took, String lastLine) {}
}
