package dev.sluice.console.shell;

import atlantafx.base.controls.ModalPane;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Something in front of the pages; what has the keyboard before has it again afterwards. */
final class Front {

    private final ModalPane pane;
    private @Nullable Node lastFocus;

    /** A greater {@code depth} is nearer to the user. */
    Front(Pos position, int depth) {
        pane = new ModalPane(-depth);
        pane.setAlignment(position);
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        // A click beside a half-filled form must not throw it away.
        pane.setPersistent(true);
    }

    ModalPane node() {
        return pane;
    }

    BooleanProperty openProperty() {
        return pane.displayProperty();
    }

    void open(Node content) {
        if (!pane.isDisplay()) {
            lastFocus = pane.getScene().getFocusOwner();
        }
        pane.show(content);
    }

    void close() {
        pane.hide(true);
        pane.setContent(null);
        if (lastFocus != null) {
            lastFocus.requestFocus();
            lastFocus = null;
        }
    }
}
