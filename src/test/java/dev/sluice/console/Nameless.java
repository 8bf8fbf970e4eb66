package dev.sluice.console;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;

/** Controls that take the keyboard and whose purpose a screen reader could not tell. */
final class Nameless {

    private Nameless() {}

    static List<Node> in(Parent root) {
        var labelled = all(root)
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getLabelFor())
                .toList();
        return all(root)
                .filter(node -> node instanceof Control && !(node instanceof MenuBar))
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .filter(node -> !labelled.contains(node) && !hasName(node))
                .toList();
    }

    private static boolean hasName(Node node) {
        var text = node instanceof Labeled labeled ? labeled.getText() : "";
        return (text != null && !text.isBlank())
                || (node.getAccessibleText() != null
                        && !node.getAccessibleText().isBlank());
    }

    private static Stream<Node> all(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Nameless::all))
                : Stream.of(node);
    }
}
