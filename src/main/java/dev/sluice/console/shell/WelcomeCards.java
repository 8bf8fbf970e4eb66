package dev.sluice.console.shell;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Makes each card of the welcome as good as its button. A button that moves between press and release, because a strip
 * appears above it or the window gets its size, is not pressed; the card under it is large enough to be.
 */
final class WelcomeCards {

    private WelcomeCards() {}

    /** @param cards each has one button among its children */
    static void follow(Parent cards) {
        cards.getChildrenUnmodifiable()
                .forEach(card -> card.lookupAll(".button").stream()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .forEach(button -> card.setOnMouseClicked(event -> clicked(event, button))));
    }

    /** A click on the button itself has done its work already. */
    private static void clicked(MouseEvent event, Button button) {
        if (event.getButton() == MouseButton.PRIMARY && !isInside(event.getTarget(), button)) {
            button.fire();
        }
    }

    private static boolean isInside(EventTarget target, Button button) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at == button) {
                return true;
            }
        }
        return false;
    }
}
