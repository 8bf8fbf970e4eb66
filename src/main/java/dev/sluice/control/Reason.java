package dev.sluice.control;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
        if (isWrapped && cause != null) {
            return of(cause);
        }
        return failure instanceof FileSystemException file && file.getReason() == null
                ? file.getFile() + ": " + what(file)
                : Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
    }

    /** Of what has an exception of its own the message is nothing but the file. */
    private static String what(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it is not there";
        } else if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure.getClass().getSimpleName();
    }
}
