package dev.sluice.console.support;

/** What must be there for something to be done. */
public enum Needs {
    /** The window does it by itself. */
    NOTHING,

    /** It is a command to the runtime, and not offered while that is gone. */
    RUNTIME
}
