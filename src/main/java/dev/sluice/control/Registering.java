package dev.sluice.control;

import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Extent;
import java.time.Instant;
import java.util.List;

/**
 * A model or an environment that is being registered by itself, which takes as long as its files take to be copied. The
 * newest finished ones are kept. It is a job like others: it has its id, its log and its steps.
 *
 * @param id no {@link Job} has the same
 * @param name as the user gave it, with the version if there is one, such as {@code iris:1}
 * @param steps of {@link dev.sluice.domain.Phase#CHECK}, in which its files are counted and room for them looked for, and
 *     {@link dev.sluice.domain.Phase#UNPACK}, in which they are copied; none as long as it waits for its turn
 * @param copied how much of {@code all} is copied
 * @param all how much is to be copied; nothing until it is known, and of an environment that has no files
 * @param canCancel whether {@link RolloutControl#cancel} would end it now: nothing is registered then, and what was
 *     copied is removed
 * @param canRetry whether {@link RolloutControl#retry} would begin it once more now: it has failed in a way that may pass, no
 *     later try of its name and version is known, and nothing is registered under them
 */
public record Registering(
        long id,
        AssetKind kind,
        String name,
        Instant began,
        Job.Result result,
        List<Job.Step> steps,
        Extent copied,
        Extent all,
        boolean canCancel,
        boolean canRetry) {

    public Registering {
        steps = List.copyOf(steps);
    }

    /** This one, which can be tried again. */
    public Registering retryable() {
        return new Registering(id, kind, name, began, result, steps, copied, all, canCancel, true);
    }

    public boolean isRunning() {
        return result instanceof Job.Result.Running;
    }
}
