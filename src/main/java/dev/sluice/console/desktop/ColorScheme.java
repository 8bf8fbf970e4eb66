package dev.sluice.console.desktop;

/** Which looks the desktop's user prefers. */
public enum ColorScheme {
    LIGHT,
    DARK
}
