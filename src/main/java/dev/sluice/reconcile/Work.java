package dev.sluice.reconcile;

import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import dev.sluice.engine.PreparedEnvironment;
import java.time.Instant;

/** What the reconciler remembers of one deployment between turns. */
final class Work {

    /** How far a generation's files and environment are. */
    sealed interface Stage {
        record NotBegun() implements Stage {}

        record Underway() implements Stage {}

        record Ready(UnpackedFiles files, PreparedEnvironment environment) implements Stage {}
    }

    private final long generation;
    private Stage stage = new Stage.NotBegun();
    private BackOff backOff = BackOff.NONE;
    private boolean givingUp;
    private boolean removing;

    Work(long generation) {
        this.generation = generation;
    }

    long generation() {
        return generation;
    }

    Stage stage() {
        return stage;
    }

    void stage(Stage next) {
        stage = next;
    }

    void failedAt(Instant now) {
        backOff = backOff.failedAt(now);
    }

    BackOff backOff() {
        return backOff;
    }

    /** True the first time only: a deployment is given up once, however many of its instances end. */
    boolean beginGivingUp() {
        boolean first = !givingUp;
        givingUp = true;
        return first;
    }

    boolean isGivingUp() {
        return givingUp;
    }

    /** True the first time only. */
    boolean beginRemoving() {
        boolean first = !removing;
        removing = true;
        return first;
    }
}
