package dev.sluice.domain;

import java.util.List;

/**
 * How far a deployment has come, which must survive a crash: it is never falsely said to have succeeded, and what is to
 * take its place is not lost.
 */
public sealed interface Provisioning {

    /** Whether it was brought up: it serves, and may be scaled, changed and given traffic. */
    default boolean isUp() {
        return this instanceof Done || this instanceof Replacing || this instanceof Kept;
    }

    /** Not yet; {@code thenAllTraffic} if all live traffic goes to it the moment it is ready. */
    record Pending(boolean thenAllTraffic) implements Provisioning {}

    record Done() implements Provisioning {}

    /**
     * Given up; it can only be deleted, or created again (reference 2.2), and then {@code thenAllTraffic} as it was first
     * asked for.
     */
    record GivenUp(Problem problem, List<String> lastLines, boolean thenAllTraffic) implements Provisioning {
        public GivenUp {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** Up; {@code next} takes its place once all instances of that {@code generation} are ready, and not before. */
    record Replacing(DeploymentSpec next, long generation, Sources sources) implements Provisioning {}

    /** Where a version that takes another's place has its model, code and environment from. */
    enum Sources {
        /** From where its description says, as they are by now. */
        ANEW,
        /** What both descriptions have alike is what the version in force was made of. */
        KEPT
    }

    /**
     * Up; what was to take its place, {@code rejected}, could not be started, so it serves on.
     *
     * @param sources where that one was to have what it is made of from, for another try
     */
    record Kept(DeploymentSpec rejected, Sources sources, Problem problem, List<String> lastLines)
            implements Provisioning {
        public Kept {
            lastLines = List.copyOf(lastLines);
        }
    }
}
