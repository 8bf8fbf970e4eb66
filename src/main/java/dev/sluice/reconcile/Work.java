package dev.sluice.reconcile;

import dev.sluice.domain.Serving;
import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import dev.sluice.engine.PreparedEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** What the reconciler remembers of one generation of a deployment between turns. */
final class Work {

    /** How far a generation's files and environment are. */
    sealed interface Stage {
        record NotBegun() implements Stage {}

        record Underway() implements Stage {}

        record Ready(UnpackedFiles files, Serving serving, PreparedEnvironment environment) implements Stage {}
    }

    private Stage stage = new Stage.NotBegun();
    private BackOff backOff = BackOff.NONE;
    private boolean givingUp;
    private boolean removing;
    private boolean abandoned;
    private Duration longestRequest = Duration.ZERO;
    private Future<?> preparation = CompletableFuture.completedFuture(true);

    Stage stage() {
        return stage;
    }

    /** What its settings allow a request now; one that came before they were changed may take what they allowed then. */
    void requestsMayTake(Duration timeout) {
        if (timeout.compareTo(longestRequest) > 0) {
            longestRequest = timeout;
        }
    }

    /** None if nobody has wanted it in this run of the program. */
    Duration longestRequest() {
        return longestRequest;
    }

    /** Whether its files are being copied or deleted, or its environment made. */
    boolean isUnderway() {
        return removing || stage instanceof Stage.Underway;
    }

    void stage(Stage next) {
        stage = next;
    }

    /** Its environment is being made. */
    void preparing(Future<?> environment) {
        preparation = environment;
        if (abandoned) {
            preparation.cancel(true);
        }
    }

    /** Nobody wants this generation any more: what is still being made for it is given up. */
    void abandon() {
        abandoned = true;
        preparation.cancel(true);
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

    /** True the first time only, and not while its files are still being copied. */
    boolean beginRemoving() {
        boolean mayBegin = !isUnderway();
        removing |= mayBegin;
        return mayBegin;
    }
}
