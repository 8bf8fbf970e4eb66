package dev.sluice.console.desktop;

/** Which looks the window's user has asked for. */
public enum ThemeChoice {
    LIGHT,
    DARK,

    /** As the desktop is set, now and later. */
    SYSTEM
}
