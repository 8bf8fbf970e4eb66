package dev.sluice.app;

import dev.sluice.control.Fleet;
import dev.sluice.control.Mistake;
import dev.sluice.control.Reason;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.NotUnderstood;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a look at the runtime of another process shows. */
sealed interface Glimpse {

    int SECONDS_TO_ANSWER = 10;

    record Clear(Fleet fleet) implements Glimpse {}

    /** It is up, and of another version: what it answers means nothing here. */
    record Blurred() implements Glimpse {}

    /** It does not answer. */
    record Dark(Exception why) implements Glimpse {

        String reason() {
            return why instanceof TimeoutException ? "nothing within " + SECONDS_TO_ANSWER + " s" : Reason.of(why);
        }
    }

    /** Blocks until there is an answer, but not for long. */
    static Glimpse of(RolloutControl runtime) throws InterruptedException {
        try {
            return new Clear(runtime.fleet().toCompletableFuture().get(SECONDS_TO_ANSWER, TimeUnit.SECONDS));
        } catch (ExecutionException failure) {
            return isOfAnotherVersion(failure.getCause()) ? new Blurred() : new Dark(failure);
        } catch (TimeoutException failure) {
            return new Dark(failure);
        }
    }

    /** There is nothing about this question that could be got wrong. */
    private static boolean isOfAnotherVersion(Throwable failure) {
        return failure instanceof NotUnderstood || failure instanceof Mistake;
    }
}
