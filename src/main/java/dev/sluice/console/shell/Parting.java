package dev.sluice.console.shell;

/** What becomes of the runtime when its window has been closed. */
public enum Parting {
    /** It goes on in the background. */
    KEEP_SERVING,

    /** It ends, if it is the window's own. */
    STOP
}
