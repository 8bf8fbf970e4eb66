package dev.sluice.console.shell;

import dev.sluice.console.desktop.ColorScheme;
import dev.sluice.console.desktop.DesktopSettings;
import dev.sluice.console.desktop.EngineCheck;
import dev.sluice.console.desktop.Notifier;
import dev.sluice.console.desktop.ThemeChoice;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.settings.LocalSettings;
import dev.sluice.domain.ImageSubstitutions;
import java.util.Optional;

/**
 * What a window finds when it opens: the desktop, how it was left the last time, how the engine was chosen, where
 * settings are kept, and whose the runtime is.
 */
public record Surroundings(
        DesktopSettings desktop,
        Notifier notifier,
        WindowState left,
        EngineCheck engine,
        LocalSettings settings,
        Tie tie) {

    /** With settings that are not kept, and a runtime that is there for the window only. */
    public Surroundings(DesktopSettings desktop, Notifier notifier, WindowState left, EngineCheck engine) {
        this(desktop, notifier, left, engine, LocalSettings.inMemory(ImageSubstitutions.NONE), new Tie.Companion());
    }

    /** A window that was never open, on a desktop that tells nothing, in these looks. */
    static Surroundings plain(Theme theme) {
        var choice = theme.scheme() == ColorScheme.DARK ? ThemeChoice.DARK : ThemeChoice.LIGHT;
        return new Surroundings(
                Optional::empty, title -> {}, WindowState.first().with(choice), EngineCheck.settled());
    }
}
