package dev.sluice.router.http;

import java.util.concurrent.TimeUnit;

/**
 * Keeps the lane from making a connection for each copy when a shadow refuses or breaks them all: that would cost live
 * requests processor time for nothing. After {@value #MOST_IN_A_ROW} broken ones without an answer between them only
 * one copy is tried each {@value #PAUSE_MILLIS} ms; any answer ends that. Made at a
 * shadow's first broken connection and thrown away at its next answer. For one shadow and the lane's event loop only.
 */
final class MirrorSetback {

    private static final int MOST_IN_A_ROW = 5;
    private static final int PAUSE_MILLIS = 100;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);

    private int inARow;
    private long tryAgain;

    /** A connection was not made, or broke. */
    void broke(long now) {
        inARow++;
        tryAgain = now + PAUSE;
    }

    /** Whether a copy would be tried at {@code now}; if so, the next one a pause later at the earliest. */
    boolean allows(long now) {
        if (inARow < MOST_IN_A_ROW) {
            return true;
        }
        if (now - tryAgain < 0) {
            return false;
        }
        tryAgain = now + PAUSE;
        return true;
    }
}
