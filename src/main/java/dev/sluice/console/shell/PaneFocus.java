package dev.sluice.console.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Takes the keyboard from the tree to the page and back to where it was there. For the UI thread only. */
final class PaneFocus {

    private final Node tree;
    private final Parent page;
    private @Nullable Node lastInPage;

    PaneFocus(Node tree, Parent page) {
        this.tree = tree;
        this.page = page;
    }

    void toggle() {
        var owner = tree.getScene().getFocusOwner();
        if (owner != null && isIn(owner, page)) {
            lastInPage = owner;
            tree.requestFocus();
        } else {
            toPage();
        }
    }

    void toPage() {
        var target = lastInPage != null && isIn(lastInPage, page) && takesKeys(lastInPage)
                ? Optional.of(lastInPage)
                : first(page);
        target.ifPresent(Node::requestFocus);
    }

    private static Optional<Node> first(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible() && !child.isDisabled())
                .flatMap(child -> (child.isFocusTraversable()
                                ? Optional.of(child)
                                : child instanceof Parent inner ? first(inner) : Optional.<Node>empty())
                        .stream())
                .findFirst();
    }

    private static boolean takesKeys(Node node) {
        return node.getScene() != null && node.isFocusTraversable() && !node.isDisabled();
    }

    private static boolean isIn(Node node, Parent parent) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == parent) {
                return true;
            }
        }
        return false;
    }
}
