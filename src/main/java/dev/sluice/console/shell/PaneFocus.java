package dev.sluice.console.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Takes the keyboard from one part of the window to the next, and back to where it was there. For the UI thread only. */
final class PaneFocus {

    /**
     * A part of the window.
     *
     * @param area all of it
     * @param entry where the keyboard comes in; empty while the part has nothing that takes keys
     */
    record Pane(Parent area, Supplier<Optional<Node>> entry) {

        /** One that is entered where it takes keys first. */
        static Pane of(Parent area) {
            return new Pane(area, () -> first(area));
        }
    }

    private final List<Pane> panes;
    private final Pane page;
    private Optional<Node> lastInPage = Optional.empty();

    /**
     * @param before what comes before the page in the order round the window
     * @param page where the keyboard goes from whatever is in no part, and comes back to where it was
     * @param after the others
     */
    PaneFocus(Pane before, Pane page, Pane... after) {
        this.page = page;
        this.panes = Stream.concat(Stream.of(before, page), Stream.of(after)).toList();
    }

    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    void toPage() {
        enter(page);
    }

    /** Parts that have nothing to offer are passed over. */
    private void step(int by) {
        var owner = Optional.ofNullable(page.area().getScene().getFocusOwner());
        var here = owner.flatMap(this::paneOf);
        if (here.filter(page::equals).isPresent()) {
            lastInPage = owner;
        }
        int at = here.map(panes::indexOf).orElse(panes.indexOf(page) - by);
        for (int i = 1; i <= panes.size(); i++) {
            if (enter(panes.get(Math.floorMod(at + by * i, panes.size())))) {
                return;
            }
        }
    }

    private boolean enter(Pane pane) {
        var target = lastInPage
                .filter(last -> isIn(last, pane.area()) && takesKeys(last))
                .or(() -> pane.entry().get().filter(PaneFocus::isSeen));
        target.ifPresent(Node::requestFocus);
        return target.isPresent();
    }

    private Optional<Pane> paneOf(Node owner) {
        return panes.stream().filter(pane -> isIn(owner, pane.area())).findFirst();
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
        return node.getScene() != null && node.isFocusTraversable() && !node.isDisabled() && isSeen(node);
    }

    /** A page that was left is in the scene still, unseen. */
    private static boolean isSeen(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
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
