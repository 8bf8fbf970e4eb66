package dev.sluice.console.desktop;

/** What becomes of what is up when the window is closed on a runtime of its own. */
public enum WhenClosed {
    /** The user is asked each time. */
    ASK,

    KEEP_SERVING,
    STOP
}
