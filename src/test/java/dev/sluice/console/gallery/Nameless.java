package dev.sluice.console.gallery;

import atlantafx.base.controls.ModalPane;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;

/** Controls that take the keyboard and of which a screen reader can say nothing. */
final class Nameless {

    private Nameless() {}

    static Stream<String> in(Node root) {
        var labelled = Seen.in(root)
                .filter(node -> node instanceof Label label && label.getLabelFor() != null)
                .map(node -> ((Label) node).getLabelFor())
                .collect(Collectors.toSet());
        return Seen.in(root)
                .filter(node -> node instanceof Control && node.isFocusTraversable())
                .filter(node -> !isNamedByItsContent(node) && !hasName(node, labelled))
                .map(node -> "nameless: " + Seen.name(node));
    }

    private static boolean isNamedByItsContent(Node node) {
        return node instanceof ScrollPane
                || node instanceof ScrollBar
                || node instanceof TabPane
                || node instanceof ModalPane;
    }

    private static boolean hasName(Node node, Set<Node> labelled) {
        return isText(node.getAccessibleText())
                || labelled.contains(node)
                || node instanceof Labeled labeled && isText(labeled.getText())
                || isReadOnlyText(node)
                || isPartOfANamedControl(node, labelled);
    }

    /** A block of text that is only read speaks for itself. */
    private static boolean isReadOnlyText(Node node) {
        return node instanceof TextInputControl input && !input.isEditable() && isText(input.getText());
    }

    /** Such as the field in a combo box. */
    private static boolean isPartOfANamedControl(Node node, Set<Node> labelled) {
        var parent = node.getParent();
        return parent instanceof Control && !(parent instanceof ScrollPane) && hasName(parent, labelled);
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }
}
