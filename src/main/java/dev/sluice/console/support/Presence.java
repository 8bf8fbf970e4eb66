package dev.sluice.console.support;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/** Lets nodes be seen, and have room, only while there is something to show. */
public final class Presence {

    private Presence() {}

    public static void showWhile(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** There while it has something to say. */
    public static void say(Labeled labeled, ObservableStringValue text) {
        labeled.textProperty().bind(text);
        showWhile(labeled, Bindings.isNotEmpty(text));
    }

    /** There from now on, or not, until this is asked for again. */
    public static void showIf(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }
}
