package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that takes longer than a moment, with its named steps. The newest finished ones are kept.
 *
 * @param cancelling what {@link RolloutControl#cancel} would do to it now
 * @param canRetry whether {@link RolloutControl#retry} would do it once more now
 */
public record Job(
        long id,
        Kind kind,
        DeploymentId target,
        Instant began,
        Result result,
        List<Step> steps,
        Cancelling cancelling,
        boolean canRetry) {

    public Job {
        steps = List.copyOf(steps);
    }

    /** A job as far as its kind alone tells what cancelling it does: a create is deleted, others go on. It cannot be tried again. */
    public Job(long id, Kind kind, DeploymentId target, Instant began, Result result, List<Step> steps) {
        this(id, kind, target, began, result, steps, Cancelling.of(kind, result), false);
    }

    /** This one, which can be tried again. */
    public Job retryable() {
        return new Job(id, kind, target, began, result, steps, cancelling, true);
    }

    public boolean isRunning() {
        return result instanceof Result.Running;
    }

    /** What it does and to what, such as {@code update deployment diabetes/blue}. */
    public String title() {
        return kind.name().toLowerCase(Locale.ROOT) + " deployment " + target;
    }

    public enum Kind {
        CREATE,
        SCALE,
        UPDATE,
        DELETE;

        /** Whether it is about this step; a new version has another's instances leave, which is not. */
        boolean includes(Phase phase) {
            return switch (this) {
                case CREATE, UPDATE -> Phase.WAY_UP.contains(phase);
                case DELETE -> Phase.WAY_OUT.contains(phase);
                case SCALE -> phase != Phase.REMOVE;
            };
        }
    }

    /** How a job stands. */
    public sealed interface Result {

        /** When it ended; empty as long as it runs. */
        default Optional<Instant> end() {
            return Optional.empty();
        }

        record Running() implements Result {}

        record Done(Instant at) implements Result {
            @Override
            public Optional<Instant> end() {
                return Optional.of(at);
            }
        }

        record Failed(Instant at, String why) implements Result {
            @Override
            public Optional<Instant> end() {
                return Optional.of(at);
            }
        }

        /** The user has taken it back. */
        record Cancelled(Instant at) implements Result {
            @Override
            public Optional<Instant> end() {
                return Optional.of(at);
            }
        }
    }

    /** What cancelling does, so that it can be said beforehand. */
    public sealed interface Cancelling {

        /** The deployment that was begun is deleted with its files; no traffic moves. */
        record Deletes() implements Cancelling {}

        /** As many instances are wanted again as before; surplus ones finish their requests. */
        record ScalesBack(int instances) implements Cancelling {}

        /** The version that was on its way is given up; the one that serves goes on. */
        record DropsUpdate() implements Cancelling {}

        /** It has ended, or what it does cannot be taken back. */
        record Impossible() implements Cancelling {}

        private static Cancelling of(Kind kind, Result result) {
            return result instanceof Result.Running ? of(kind) : new Impossible();
        }

        /** Of one that runs, as far as its kind tells. */
        static Cancelling of(Kind kind) {
            return switch (kind) {
                case CREATE -> new Deletes();
                case UPDATE -> new DropsUpdate();
                case SCALE, DELETE -> new Impossible();
            };
        }
    }

    /** A line of what the job told while it was in that step. */
    public record Line(Instant at, Phase phase, String text) {}

    /** A step that was begun; {@code took} grows until the next begins. {@code lastLine} is the newest of its log. */
    public record Step(Phase phase, Duration took, String lastLine) {}
}
