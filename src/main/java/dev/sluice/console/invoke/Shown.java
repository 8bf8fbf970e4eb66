package dev.sluice.console.invoke;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Parts of the page that are there only at times, and then take room. */
final class Shown {

    private Shown() {}

    static void when(ObservableBooleanValue there, Node... parts) {
        for (var part : parts) {
            part.visibleProperty().bind(there);
            part.managedProperty().bind(there);
        }
    }

    static void set(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
