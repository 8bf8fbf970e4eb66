package dev.sluice.console.gallery;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** What of a scene can be seen, and how to speak of it. */
final class Seen {

    private Seen() {}

    /** The node and all below it, without what is hidden or has no size. */
    static Stream<Node> in(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return Stream.empty();
        }
        var children = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Seen::in)
                : Stream.<Node>empty();
        return Stream.concat(Stream.of(node), children);
    }

    static Stream<Node> withAncestors(Node node) {
        return Stream.iterate(node, at -> at != null, Node::getParent);
    }

    /** Whether a part of it is to be seen: rows of a list that are scrolled away are still in the scene. */
    static boolean isInSight(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getWidth() > 0
                && bounds.getHeight() > 0
                && withAncestors(node).skip(1).filter(Seen::clips).allMatch(clip -> {
                    var inside = clip.localToScene(clip.getLayoutBounds());
                    return inside.intersects(
                            bounds.getMinX() + 1,
                            bounds.getMinY() + 1,
                            Math.max(0, bounds.getWidth() - 2),
                            Math.max(0, bounds.getHeight() - 2));
                });
    }

    private static boolean clips(Node node) {
        return node.getClip() != null || node instanceof ScrollPane || node.getParent() == null;
    }

    /** The text as it is drawn, which may be shorter than what was asked for. */
    static Optional<Text> drawnText(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
                .map(Text.class::cast)
                .findFirst();
    }

    static Stream<String> tooltips(Node node) {
        Event.fireEvent(node, comes()); // some are made only then
        return withAncestors(node).flatMap(Seen::tooltip);
    }

    private static MouseEvent comes() {
        return new MouseEvent(
                MouseEvent.MOUSE_ENTERED,
                0,
                0,
                0,
                0,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                null);
    }

    private static Stream<String> tooltip(Node node) {
        var own = node instanceof Control control && control.getTooltip() != null
                ? control.getTooltip()
                : node.getProperties().get("javafx.scene.control.Tooltip");
        return own instanceof Tooltip tooltip && tooltip.getText() != null
                ? Stream.of(tooltip.getText())
                : Stream.empty();
    }

    /** Such as {@code Button #traffic-apply 'Apply' in HBox.card-foot}. */
    static String name(Node node) {
        var name = new StringBuilder(word(node));
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            name.append(" '")
                    .append(labeled.getText().lines().findFirst().orElse(""))
                    .append('\'');
        } else if (node instanceof Text text) {
            name.append(" '")
                    .append(text.getText().lines().findFirst().orElse(""))
                    .append('\'');
        }
        var parent = withAncestors(node).skip(1).filter(Seen::isNamed).findFirst();
        return name + parent.map(at -> " in " + word(at)).orElse("");
    }

    private static boolean isNamed(Node node) {
        return node.getId() != null || !node.getStyleClass().isEmpty();
    }

    private static String word(Node node) {
        var type = node.getClass().getSimpleName();
        return node.getId() != null
                ? type + " #" + node.getId()
                : node.getStyleClass().isEmpty() ? type : type + "." + String.join(".", node.getStyleClass());
    }
}
