package dev.sluice.reconcile;

import java.util.concurrent.CompletionException;
import org.slf4j.Logger;

/** Says once that the engine has fallen silent, and once that it answers again, however often it is asked. For one thread. */
final class Hearing {

    private final Logger log;
    private boolean isSilent;

    Hearing(Logger log) {
        this.log = log;
    }

    void answered() {
        if (isSilent) {
            isSilent = false;
            log.info("the engine tells its instances again");
        }
    }

    void silent(Throwable failure) {
        if (!isSilent) {
            isSilent = true;
            log.warn("the engine does not tell its instances, and is asked until it does: {}", reason(failure));
            log.debug("why it does not", failure);
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
