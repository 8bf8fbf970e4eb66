package dev.sluice.console.gallery;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.skin.VirtualFlow;

/** Controls that stick out of what they stand in. What can be scrolled to is inside. */
final class Overflow {

    /** Borders and rounding. */
    private static final double TOLERANCE = 1.5;

    private Overflow() {}

    static Stream<String> in(Node root) {
        return Seen.in(root)
                .filter(Control.class::isInstance)
                .filter(node -> !isPartOfAControl(node))
                .flatMap(node -> outgrown(node).stream().map(parent -> tell(node, parent)));
    }

    /** A control's own parts are its skin's affair. */
    private static boolean isPartOfAControl(Node node) {
        return Seen.withAncestors(node).skip(1).anyMatch(parent -> parent instanceof Control && !isContainer(parent));
    }

    private static boolean isContainer(Node node) {
        var name = node.getClass().getSimpleName();
        return node instanceof ScrollPane
                || name.equals("SplitPane")
                || name.equals("TabPane")
                || name.equals("TitledPane")
                || name.endsWith("Cell");
    }

    /** The first ancestor that it sticks out of. */
    private static Optional<Node> outgrown(Node node) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof VirtualFlow || hasClass(parent.getParent(), "virtual-flow") || isMeantTo(parent)) {
                return Optional.empty();
            }
            if (parent instanceof ScrollPane pane) {
                return pane.getHbarPolicy() == ScrollBarPolicy.NEVER && isWider(node, pane)
                        ? Optional.of(pane)
                        : Optional.empty();
            }
            if (!isViewport(parent) && sticksOut(node, parent)) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }

    /** The parts of a scroll pane round its content: they are as large as what is seen of it. */
    private static boolean isViewport(Node node) {
        return hasClass(node, "viewport") || hasClass(node.getParent(), "viewport");
    }

    private static boolean hasClass(Node node, String styleClass) {
        return node != null && node.getStyleClass().contains(styleClass);
    }

    /** The cross-fade's slider lets its thumb stand on the ends of the bars below. */
    private static boolean isMeantTo(Node parent) {
        return hasClass(parent, "cross-fade");
    }

    private static boolean isWider(Node node, Node parent) {
        var inner = parent.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        return inner.getMinX() < parent.getLayoutBounds().getMinX() - TOLERANCE
                || inner.getMaxX() > parent.getLayoutBounds().getMaxX() + TOLERANCE;
    }

    private static boolean sticksOut(Node node, Node parent) {
        var inner = parent.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        return parent.isResizable() && !contains(parent.getLayoutBounds(), inner);
    }

    private static boolean contains(Bounds outer, Bounds inner) {
        return inner.getMinX() >= outer.getMinX() - TOLERANCE
                && inner.getMaxX() <= outer.getMaxX() + TOLERANCE
                && inner.getMinY() >= outer.getMinY() - TOLERANCE
                && inner.getMaxY() <= outer.getMaxY() + TOLERANCE;
    }

    private static String tell(Node node, Node parent) {
        var inner = parent.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        var outer = parent.getLayoutBounds();
        return "outside: %s at %.0f..%.0f x %.0f..%.0f of %s with %.0f x %.0f"
                .formatted(
                        Seen.name(node),
                        inner.getMinX(),
                        inner.getMaxX(),
                        inner.getMinY(),
                        inner.getMaxY(),
                        Seen.name(parent),
                        outer.getWidth(),
                        outer.getHeight());
    }
}
