package dev.sluice.console.desktop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks as Linux desktops are asked: the settings portal first, which every desktop of today has, then GNOME's settings,
 * which others keep up as well. JavaFX itself tells it only from version 22 on. Blocks whoever asks.
 */
public final class XdgSettings implements DesktopSettings {

    private static final List<String> PORTAL = List.of(
            "gdbus",
            "call",
            "--session",
            "--timeout=1",
            "--dest=org.freedesktop.portal.Desktop",
            "--object-path=/org/freedesktop/portal/desktop",
            "--method=org.freedesktop.portal.Settings.Read",
            "org.freedesktop.appearance",
            "color-scheme");
    private static final List<String> GNOME_SCHEME =
            List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
    private static final List<String> GTK_THEME =
            List.of("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme");

    private final Programs programs;

    public XdgSettings(Programs programs) {
        this.programs = programs;
    }

    @Override
    public Optional<ColorScheme> colorScheme() {
        return programs.output(PORTAL)
                .flatMap(XdgSettings::ofPortal)
                .or(() -> programs.output(GNOME_SCHEME).flatMap(XdgSettings::ofGnome))
                .or(() -> programs.output(GTK_THEME).flatMap(XdgSettings::ofTheme));
    }

    /** {@code (<<uint32 1>>,)}: 1 prefers dark, 2 prefers light, 0 has no preference. */
    private static Optional<ColorScheme> ofPortal(String answer) {
        if (answer.contains("uint32 1")) {
            return Optional.of(ColorScheme.DARK);
        }
        return answer.contains("uint32 2") ? Optional.of(ColorScheme.LIGHT) : Optional.empty();
    }

    private static Optional<ColorScheme> ofGnome(String answer) {
        return switch (answer) {
            case "'prefer-dark'" -> Optional.of(ColorScheme.DARK);
            case "'prefer-light'" -> Optional.of(ColorScheme.LIGHT);
            default -> Optional.empty();
        };
    }

    private static Optional<ColorScheme> ofTheme(String answer) {
        return Optional.of(answer.toLowerCase(Locale.ROOT).contains("dark") ? ColorScheme.DARK : ColorScheme.LIGHT);
    }
}
