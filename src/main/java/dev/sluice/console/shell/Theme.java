package dev.sluice.console.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.sluice.console.desktop.ColorScheme;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The two looks of the window. Colours come from AtlantaFX's tokens, so that our own style sheets serve both. */
public enum Theme {
    LIGHT(ColorScheme.LIGHT, new PrimerLight()),
    DARK(ColorScheme.DARK, new PrimerDark());

    /** JavaFX takes one family and no list of fallbacks, so the first that is installed is chosen here. */
    private static final List<String> FAMILIES = List.of("Inter", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans");

    private static final List<String> SHEETS = List.of(
            "/styles/tokens.css",
            "/styles/library-bridge.css",
            "/styles/shell.css",
            "/styles/focus.css",
            "/styles/narration.css");

    private final ColorScheme scheme;
    private final atlantafx.base.theme.Theme base;

    Theme(ColorScheme scheme, atlantafx.base.theme.Theme base) {
        this.scheme = scheme;
        this.base = base;
    }

    static Theme of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    ColorScheme scheme() {
        return scheme;
    }

    /** For every window of the program. The sheet comes parsed: reading it as text would hold up the first window. */
    public void apply() {
        var sheet = base.getUserAgentStylesheetBSS();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    /** Gives a scene what is ours whichever theme is on. Popups take it over from their owner's scene. */
    public static void dress(Scene scene) {
        scene.getStylesheets().setAll(SHEETS);
        var installed = Font.getFamilies();
        FAMILIES.stream()
                .filter(installed::contains)
                .findFirst()
                .ifPresent(family -> scene.getStylesheets()
                        .add("data:text/css,.root%7B-fx-font-family:'" + family.replace(" ", "%20") + "';%7D"));
    }
}
