package dev.sluice.console.gallery;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;

/**
 * Panes that wait to be laid out and that no pulse will come to: JavaFX has marked them while their parent was being laid
 * out itself. What is asked for in a scroll pane or a tab below them is not laid out until somebody else asks.
 */
final class Stuck {

    private Stuck() {}

    static Stream<String> in(Node root) {
        return Seen.in(root)
                .filter(node -> isStuck(node) && holdsOthersBack(node))
                .map(node -> "waits to be laid out: " + Seen.name(node));
    }

    private static boolean isStuck(Node node) {
        return node instanceof Parent pane
                && pane.isManaged()
                && pane.isNeedsLayout()
                && pane.getParent() != null
                && !pane.getParent().isNeedsLayout();
    }

    /** Their content asks for itself alone. */
    private static boolean holdsOthersBack(Node pane) {
        return Seen.in(pane).anyMatch(node -> node != pane && (node instanceof ScrollPane || node instanceof TabPane));
    }
}
