package dev.sluice.console.traffic;

import dev.sluice.domain.DeploymentName;
import java.util.OptionalDouble;

/**
 * What one deployment will get under a routing, and what it can take, in requests a second. Both are empty as long as
 * they cannot be known: nothing is guessed.
 *
 * @param load live requests, pinned ones and copies together
 * @param capacity what its ready instances can take, from the time that they were measured to need
 * @param instances that are ready
 * @param concurrency requests that each takes at once
 * @param isShadow whether what it gets are copies: nobody waits for its answers
 */
record Forecast(
        DeploymentName name,
        OptionalDouble load,
        OptionalDouble capacity,
        int instances,
        int concurrency,
        boolean isShadow) {

    /** From here on requests stand in line for long, because they do not come evenly. */
    private static final double TIGHT = 0.8;

    enum Verdict {
        UNKNOWN,
        FITS,
        TIGHT,
        TOO_MUCH
    }

    Verdict verdict() {
        if (load.isEmpty() || load.getAsDouble() == 0) {
            return load.isEmpty() ? Verdict.UNKNOWN : Verdict.FITS;
        }
        if (capacity.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        double used = load.getAsDouble() / capacity.getAsDouble();
        if (used >= 1) {
            return Verdict.TOO_MUCH;
        }
        return used >= TIGHT ? Verdict.TIGHT : Verdict.FITS;
    }

    /** How many instances could take the load with some room; 0 while nobody can tell. */
    int instancesNeeded() {
        if (load.isEmpty() || capacity.isEmpty() || instances == 0) {
            return 0;
        }
        double each = capacity.getAsDouble() / instances;
        return (int) Math.ceil(load.getAsDouble() / (each * TIGHT));
    }
}
