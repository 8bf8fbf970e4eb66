package dev.sluice.domain;

import java.time.Instant;
import java.util.List;

/** Where a deployment stands. Exactly one of these, each with the facts that only it has. */
public sealed interface DeploymentState {

    /** The cloud's word for it, as in {@code provisioning_state} (reference section 6). */
    String provisioningState();

    /** Since when it has been in this kind of state. */
    Instant since();

    /** Whether it was brought up and stays: live traffic may be sent to it, also while it is scaled or updated. */
    default boolean isUp() {
        return !(this instanceof Creating || this instanceof Failed || this instanceof Deleting);
    }

    /** On the way to its first ready instances. */
    record Creating(Instant since, Phase phase) implements DeploymentState {
        @Override
        public String provisioningState() {
            return "Creating";
        }
    }

    /** Instances are being added or drained; those that are ready serve meanwhile. */
    record Scaling(Instant since, int ready, int wanted) implements DeploymentState {
        @Override
        public String provisioningState() {
            return "Scaling";
        }
    }

    /** It serves, and {@code next} is on its way to take its place. */
    record Updating(Instant since, Phase phase, DeploymentSpec next) implements DeploymentState {
        @Override
        public String provisioningState() {
            return "Updating";
        }
    }

    /** It serves as it should; {@code rejected} was to take its place and could not be started. */
    record UpdateFailed(Instant since, DeploymentSpec rejected, Problem problem, List<String> lastLines)
            implements DeploymentState {
        public UpdateFailed {
            lastLines = List.copyOf(lastLines);
        }

        @Override
        public String provisioningState() {
            return "Failed";
        }
    }

    /** As many instances as wanted are ready. */
    record Succeeded(Instant since) implements DeploymentState {
        @Override
        public String provisioningState() {
            return "Succeeded";
        }
    }

    /** It could not be started; {@code lastLines} are the traceback or the last lines of the instance's log. */
    record Failed(Instant since, Problem problem, List<String> lastLines) implements DeploymentState {
        public Failed {
            lastLines = List.copyOf(lastLines);
        }

        @Override
        public String provisioningState() {
            return "Failed";
        }
    }

    /** Its instances finish what they have and stop. */
    record Deleting(Instant since, int inFlight) implements DeploymentState {
        @Override
        public String provisioningState() {
            return "Deleting";
        }
    }
}
