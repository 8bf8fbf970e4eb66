package dev.sluice.console.shell;

import dev.sluice.console.desktop.ColorScheme;
import dev.sluice.console.desktop.DesktopSettings;
import dev.sluice.console.desktop.ThemeChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which looks are asked for, and which are on. For the UI thread only; the desktop is asked on another. */
final class ThemeViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(ThemeViewModel.class);

    /** Each look starts a program of the desktop's. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final DesktopSettings desktop;
    private final Executor background;
    private final Executor ui;
    private final ObjectProperty<ThemeChoice> choice;
    private final ReadOnlyObjectWrapper<ColorScheme> scheme;
    private boolean asking;
    private Instant lastLook;

    /**
     * @param before what is on until the desktop has told, if it is to be followed
     * @param now when it is asked for the first time
     */
    ThemeViewModel(
            DesktopSettings desktop,
            Executor background,
            Executor ui,
            ThemeChoice choice,
            ColorScheme before,
            Instant now) {
        this.lastLook = now;
        this.desktop = desktop;
        this.background = background;
        this.ui = ui;
        this.choice = new SimpleObjectProperty<>(choice);
        this.scheme = new ReadOnlyObjectWrapper<>(before);
        this.choice.addListener((o, was, wanted) -> follow());
        follow();
    }

    ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** What the window looks like. */
    ReadOnlyObjectProperty<ColorScheme> schemeProperty() {
        return scheme.getReadOnlyProperty();
    }

    /** From whatever is on to the other looks, which are then asked for by name. */
    void switchOver() {
        choice.set(scheme.get() == ColorScheme.DARK ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    /** Does what is asked for; if that is what the desktop has, asks it. To be called when it may have changed. */
    void follow() {
        switch (choice.get()) {
            case LIGHT -> scheme.set(ColorScheme.LIGHT);
            case DARK -> scheme.set(ColorScheme.DARK);
            case SYSTEM -> ask();
        }
    }

    /** The desktop may turn dark under a window that keeps the keyboard: to be called often, it asks once in a while. */
    void glance(Instant now) {
        if (now.isAfter(lastLook.plus(BETWEEN_LOOKS))) {
            lastLook = now;
            follow();
        }
    }

    /** One question at a time: a window that is focused again and again must not start a crowd of programs. */
    private void ask() {
        if (!asking) {
            asking = true;
            CompletableFuture.supplyAsync(desktop::colorScheme, background)
                    .exceptionally(failure -> {
                        LOG.warn("the desktop does not tell its looks", failure);
                        return Optional.empty();
                    })
                    .thenAcceptAsync(this::told, ui);
        }
    }

    private void told(Optional<ColorScheme> answer) {
        asking = false;
        if (choice.get() == ThemeChoice.SYSTEM) {
            answer.ifPresent(scheme::set);
        }
    }
}
