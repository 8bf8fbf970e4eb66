package dev.sluice.console.gallery;

import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.Messages;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;

/** How the window is looked at: theme, size, scale, language. */
enum Look {
    LIGHT(Theme.LIGHT, 1440, 900, 1, UnaryOperator.identity()),
    DARK(Theme.DARK, 1440, 900, 1, UnaryOperator.identity()),
    DARK_SMALL(Theme.DARK, 1280, 720, 1, UnaryOperator.identity()),
    DARK_BIG(Theme.DARK, 1920, 1080, 1, UnaryOperator.identity()),
    SMALL(Theme.LIGHT, 1280, 720, 1, UnaryOperator.identity()),
    BIG(Theme.LIGHT, 1920, 1080, 1, UnaryOperator.identity()),
    /** On a screen of 200 %: each point is four. */
    DOUBLE(Theme.LIGHT, 1440, 900, 2, UnaryOperator.identity()),
    /** In a language that nobody speaks, whose texts are 40 % longer. */
    LONG(Theme.LIGHT, 1440, 900, 1, new LongTexts());

    private final Theme theme;
    private final int width;
    private final int height;
    private final int scale;
    private final UnaryOperator<String> language;

    Look(Theme theme, int width, int height, int scale, UnaryOperator<String> language) {
        this.theme = theme;
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.language = language;
    }

    Theme theme() {
        return theme;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** For windows that are built from now on. */
    void speak() {
        Messages.speak(language);
    }

    /** Whether every text of ours can be told from what is data. */
    boolean isForeign() {
        return language instanceof LongTexts;
    }

    boolean fits(Screen screen) {
        return screen.getBounds().getWidth() >= width && screen.getBounds().getHeight() >= height;
    }

    Image picture(Scene scene) {
        if (scale == 1) {
            return scene.snapshot(null);
        }
        var how = new SnapshotParameters();
        how.setTransform(new Scale(scale, scale));
        how.setFill(scene.getFill());
        return scene.getRoot().snapshot(how, null);
    }

    /** As the beginning of a file's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
