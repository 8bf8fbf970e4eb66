package dev.sluice.reconcile;

import dev.sluice.domain.Probe;
import dev.sluice.reconcile.Planner.Seen.Condition;
import java.time.Duration;
import java.util.Optional;

/**
 * What the probes of one instance come to: it counts how often in a row each has succeeded or failed, and says when that
 * has a consequence (reference 1.6). It asks nobody and knows no time but what it is told.
 */
final class Vitals {

    /** A consequence. */
    enum Verdict {
        /** It may be given requests, for the first time or again. */
        READY,
        /** It was ready and gets no more requests for now. */
        UNREADY,
        /** It has not become ready within its budget. */
        LATE,
        /** It runs, and has failed its liveness probe too often: it is to be replaced. */
        DEAD
    }

    /** How often in a row, up to now. */
    private record Streak(int successes, int failures) {

        private static final Streak NONE = new Streak(0, 0);

        Streak after(boolean success) {
            return success ? new Streak(successes + 1, 0) : new Streak(0, failures + 1);
        }
    }

    private final Probe readiness;
    private final Probe liveness;
    private Streak ready = Streak.NONE;
    private Streak alive = Streak.NONE;

    Vitals(Probe readiness, Probe liveness) {
        this.readiness = readiness;
        this.liveness = liveness;
    }

    Probe readiness() {
        return readiness;
    }

    Probe liveness() {
        return liveness;
    }

    /**
     * What one more readiness probe comes to.
     *
     * @param age how long the instance has been in this condition
     */
    Optional<Verdict> readiness(boolean success, Condition condition, Duration age) {
        ready = ready.after(success);
        boolean isReady = ready.successes() >= readiness.successThreshold();
        return switch (condition) {
            case STARTING ->
                isReady
                        ? Optional.of(Verdict.READY)
                        : Optional.of(Verdict.LATE).filter(late -> age.compareTo(readiness.budget()) > 0);
            case UNREADY -> Optional.of(Verdict.READY).filter(again -> isReady);
            case READY ->
                Optional.of(Verdict.UNREADY).filter(exhausted -> ready.failures() >= readiness.failureThreshold());
            case DRAINING, ENDED -> Optional.empty();
        };
    }

    /**
     * What one more liveness probe comes to. One that starts has its whole budget, so that with the same settings for both
     * probes it is said to be late rather than dead.
     */
    Optional<Verdict> liveness(boolean success, Condition condition, Duration age) {
        alive = alive.after(success);
        boolean isExhausted = alive.failures() >= liveness.failureThreshold()
                && (condition != Condition.STARTING || age.compareTo(liveness.budget()) > 0);
        return Optional.of(Verdict.DEAD).filter(dead -> isExhausted);
    }
}
