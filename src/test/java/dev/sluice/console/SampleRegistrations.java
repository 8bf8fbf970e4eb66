package dev.sluice.console;

import static dev.sluice.console.SampleFleets.NOW;

import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.control.Registering;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Extent;
import dev.sluice.domain.Phase;
import java.time.Duration;
import java.util.List;

/** A large model on its way into the registry, at the moments that matter. */
public final class SampleRegistrations {

    private static final Extent ALL = new Extent(12, 8L << 30);
    private static final Extent SOME = new Extent(3, 2L << 30);

    private static final Job.Step CHECKED = new Job.Step(Phase.CHECK, Duration.ofMillis(240), "12 files, 8.0 GiB");

    private SampleRegistrations() {}

    public static Registering waiting() {
        return registering(new Job.Result.Running(), List.of(), Extent.NOTHING, Extent.NOTHING, true);
    }

    public static Registering copying() {
        return registering(new Job.Result.Running(), List.of(CHECKED, copy("weights-3.bin  1.0 GiB")), SOME, ALL, true);
    }

    public static Registering beingCancelled() {
        return registering(new Job.Result.Running(), List.of(CHECKED, copy("")), SOME, ALL, false);
    }

    public static Registering ended(Job.Result result) {
        return registering(result, List.of(CHECKED, copy("")), SOME, ALL, false);
    }

    /** The same model on its way once more. */
    public static Registering copyingAs(long id) {
        var one = copying();
        return new Registering(
                id,
                one.kind(),
                one.name(),
                one.began(),
                one.result(),
                one.steps(),
                one.copied(),
                one.all(),
                one.canCancel(),
                one.canRetry());
    }

    /** The same picture, with this on its way. */
    public static Fleet in(Fleet fleet, Registering... registrations) {
        return new Fleet(fleet.revision(), fleet.runtime(), fleet.endpoints(), fleet.jobs(), List.of(registrations));
    }

    private static Job.Step copy(String newest) {
        return new Job.Step(Phase.UNPACK, Duration.ofSeconds(21), newest);
    }

    private static Registering registering(
            Job.Result result, List<Job.Step> steps, Extent copied, Extent all, boolean canCancel) {
        return new Registering(
                40, AssetKind.MODEL, "churn:1", NOW.minusSeconds(22), result, steps, copied, all, canCancel, false);
    }
}
