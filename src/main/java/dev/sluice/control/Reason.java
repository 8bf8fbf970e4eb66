package dev.sluice.control;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Why something failed, for people. */
public final class Reason {

    private Reason() {}

    /** What failed on another thread comes wrapped, with a class's name for a message: what is inside counts. */
    public static String of(Throwable failure) {
        var cause = failure.getCause();
        boolean isWrapped = failure instanceof ExecutionException || failure instanceof CompletionException;
        return isWrapped && cause != null
                ? of(cause)
                : Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
    }
}
