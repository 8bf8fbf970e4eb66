package dev.sluice.console.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads a view from the fxml folder with the controller it is given, so that no framework has to build one. */
public final class Views {

    private Views() {}

    /** {@code name} without folder and ending; texts written as {@code %key} come from {@link Messages}. */
    public static Parent load(String name, Object controller) {
        var file = Objects.requireNonNull(Views.class.getResource("/fxml/" + name + ".fxml"), () -> "no view " + name);
        var loader = new FXMLLoader(file, Messages.bundle());
        loader.setControllerFactory(type -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load view " + name, e);
        }
    }
}
