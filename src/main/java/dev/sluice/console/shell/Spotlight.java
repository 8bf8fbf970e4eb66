package dev.sluice.console.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** Gives the keyboard to a control of the page that has just been turned to. For the UI thread only. */
final class Spotlight {

    /**
     * Where a control is.
     *
     * @param page the id of its page
     * @param opened what shows it, outermost first: ids of tabs that are turned to, and of toggles that are pressed in
     * @param controls its id, and those of others that stand for it when it is not there
     */
    record Spot(String page, List<String> opened, List<String> controls) {}

    private final Parent root;

    /** @param root what the pages are in */
    Spotlight(Parent root) {
        this.root = root;
    }

    void turnTo(Spot spot) {
        find(spot);
    }

    /** The same, and presses the button if it can be pressed; to be used on one that asks first. */
    void press(Spot spot) {
        find(spot).filter(Button.class::isInstance).ifPresent(button -> ((Button) button).fire());
    }

    private Optional<Node> find(Spot spot) {
        spot.opened().forEach(this::open);
        layOut();
        var found = spot.controls().stream().flatMap(this::seen).findFirst();
        found.ifPresent(control -> {
            scrollTo(control);
            control.requestFocus();
        });
        return found;
    }

    /** The page may just have been built. */
    private void layOut() {
        root.applyCss();
        root.layout();
    }

    private void open(String id) {
        layOut();
        seen(id).filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(toggle -> !toggle.isSelected())
                .forEach(ToggleButton::fire);
        root.lookupAll(".tab-pane").stream()
                .filter(Spotlight::isSeen)
                .forEach(pane -> ((TabPane) pane)
                        .getTabs().stream()
                                .filter(tab -> id.equals(tab.getId()))
                                .findFirst()
                                .ifPresent(((TabPane) pane).getSelectionModel()::select));
    }

    private Stream<Node> seen(String id) {
        return root.lookupAll("#" + id).stream().filter(Spotlight::isSeen);
    }

    private static boolean isSeen(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    /** To the middle of what is seen of each pane round it. */
    private static void scrollTo(Node control) {
        Stream.<Node>iterate(control.getParent(), Objects::nonNull, Node::getParent)
                .filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                .forEach(pane -> scroll(pane, control));
    }

    private static void scroll(ScrollPane pane, Node control) {
        if (pane.getContent() instanceof Region content) {
            double room = pane.getViewportBounds().getHeight();
            double beyond = content.getHeight() - room;
            double at = content.sceneToLocal(control.localToScene(control.getLayoutBounds()))
                    .getCenterY();
            pane.setVvalue(beyond > 0 ? Math.min(1, Math.max(0, (at - room / 2) / beyond)) : 0);
        }
    }
}
