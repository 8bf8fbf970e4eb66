package dev.sluice.console.support;

import org.kordamp.ikonli.javafx.FontIcon;

/** Icons by their Ikonli literal, coloured by a style class. */
public final class Icons {

    private Icons() {}

    public static FontIcon of(String literal, String... styleClasses) {
        var icon = new FontIcon(literal);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }
}
