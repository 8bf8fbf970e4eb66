package dev.sluice.console.support;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Lets nodes be seen, and have room, only while there is something to show. */
public final class Presence {

    private Presence() {}

    public static void showWhile(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** There while it has something to say. */
    public static void say(Label label, ObservableStringValue text) {
        label.textProperty().bind(text);
        showWhile(label, Bindings.isNotEmpty(text));
    }
}
