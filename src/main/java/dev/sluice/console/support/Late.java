package dev.sluice.console.support;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;

/**
 * Keeps parts of a page out of the scene until they are needed for the first time: in it, unseen, they are styled and laid
 * out all the same, which is most of what a page takes that is opened for the first time. For the UI thread only.
 */
public final class Late {

    private Late() {}

    /** As {@link Presence#showWhile}. {@code part} stands in a pane already, and comes back to its place among the others. */
    public static void showWhile(Node part, ObservableValue<Boolean> wanted) {
        Presence.showWhile(part, wanted);
        if (!wanted.getValue() && part.getParent() instanceof Pane place) {
            var order = List.copyOf(place.getChildren());
            place.getChildren().remove(part);
            place.getProperties().put(part, order); // which keeps both until then, whoever else forgets them
            onceTrue(wanted, () -> {
                place.getProperties().remove(part);
                place.getChildren().add(among(place.getChildren(), order, part), part);
            });
        }
    }

    /** {@code place} is filled when it is first wanted. */
    public static void showWhile(Pane place, ObservableValue<Boolean> wanted, Supplier<? extends Node> content) {
        Presence.showWhile(place, wanted);
        if (wanted.getValue()) {
            place.getChildren().setAll(content.get());
        } else {
            onceTrue(wanted, () -> place.getChildren().setAll(content.get()));
        }
    }

    /** What is in {@code pane}'s tabs comes into the scene when the tab is turned to. */
    public static void tabs(TabPane pane) {
        pane.getTabs().stream()
                .filter(tab -> !tab.isSelected() && tab.getContent() != null)
                .forEach(Late::late);
    }

    private static void late(Tab tab) {
        var content = tab.getContent();
        tab.setContent(null);
        onceTrue(tab.selectedProperty(), () -> tab.setContent(content));
    }

    private static int among(List<Node> present, List<Node> order, Node part) {
        return (int) order.subList(0, order.indexOf(part)).stream()
                .filter(present::contains)
                .count();
    }

    private static void onceTrue(ObservableValue<Boolean> value, Runnable task) {
        value.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> of, Boolean before, Boolean now) {
                if (now) {
                    value.removeListener(this);
                    task.run();
                }
            }
        });
    }
}
