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

    private final ModalPane pane;
    private final Insets room;
    private @Nullable Node lastFocus;

    private Front(Pos position, int depth, Insets room) {
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
    static Front kept(Pos position, int depth) {
        var front = new Front(position, depth, Insets.EMPTY);
        front.pane.setPersistent(true);
        return front;
    }

    /** One that goes away with a click beside it, or with Esc. */
    static Front passing(Pos position, int depth, Insets room) {
        return new Front(position, depth, room);
    }

    ModalPane node() {
        return pane;
    }

    ReadOnlyBooleanProperty openProperty() {
        return pane.displayProperty();
    }

    void open(Node content) {
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
