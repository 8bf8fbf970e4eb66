package dev.sluice.control.http;

/** A runtime has answered, in a form that is not known here: it is of another version, and it is up. */
public final class NotUnderstood extends IllegalStateException {

    NotUnderstood(String message, Throwable why) {
        super(message, why);
    }
}
