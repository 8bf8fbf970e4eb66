package dev.sluice.console.desktop;

import java.util.Optional;

/** What the desktop is set to. Asking may take a second or two, and so is not for the UI thread. */
public interface DesktopSettings {

    /** Empty if the desktop has no such setting, or does not tell. */
    Optional<ColorScheme> colorScheme();
}
