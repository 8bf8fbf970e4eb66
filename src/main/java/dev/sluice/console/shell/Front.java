package dev.sluice.console.shell;

import atlantafx.base.controls.ModalPane;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Something in front of the pages; what has the keyboard before has it again afterwards. */
final class Front {

    private final StackPane root;
    private final ModalPane pane;
    private final Insets room;
    private @Nullable Node lastFocus;

    private Front(StackPane root, Pos position, int depth, Insets room) {
        this.root = root;
        this.room = room;
        pane = new ModalPane(-depth);
        pane.setAlignment(position);
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.setFocusTraversable(false);
        pane.displayProperty().addListener((o, before, shown) -> {
            if (!shown) {
                pane.setContent(null);
                giveFocusBack();
            }
        });
    }

    /** One that may be half filled: a click beside it, or Esc, must not throw it away. A greater depth is nearer. */
    static Front kept(StackPane root, Pos position, int depth) {
        var front = new Front(root, position, depth, Insets.EMPTY);
        front.pane.setPersistent(true);
        return front;
    }

    /** One that goes away with a click beside it, or with Esc. */
    static Front passing(StackPane root, Pos position, int depth, Insets room) {
        return new Front(root, position, depth, room);
    }

    ReadOnlyBooleanProperty openProperty() {
        return pane.displayProperty();
    }

    void open(Node content) {
        if (pane.getScene() == null) {
            // Not earlier: a window opens sooner without what it may never show.
            root.getChildren().add(pane);
            pane.applyCss(); // only a pane that has its skin takes notice of what it is to show
        }
        if (!pane.isDisplay()) {
            lastFocus = pane.getScene().getFocusOwner();
        }
        // Room inside the pane would leave a strip of the window undarkened.
        StackPane.setMargin(content, room);
        pane.show(content);
    }

    void close() {
        pane.hide(true);
    }

    private void giveFocusBack() {
        if (lastFocus != null) {
            lastFocus.requestFocus();
            lastFocus = null;
        }
    }
}
