package dev.sluice.store;

/** The state file cannot be used or written. The message says what, where, and what to do; nothing was overwritten. */
public final class StoreException extends RuntimeException {

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
