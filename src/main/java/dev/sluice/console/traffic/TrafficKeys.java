package dev.sluice.console.traffic;

import dev.sluice.console.support.KeyHint;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The page's keys. They come before the number fields' own: a number of three digits needs no undo of its letters. A
 * longer text keeps its keys.
 *
 * @param discard throws the drafts away; false if there was none, and then the key is not taken
 */
record TrafficKeys(Runnable apply, BooleanSupplier discard, Runnable undo, Runnable redo) {

    static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination APPLY = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination DISCARD = new KeyCodeCombination(KeyCode.ESCAPE);

    /** All of the page's, with those that move a share. */
    static List<KeyHint> hints() {
        return List.of(
                KeyHint.of("traffic.keys.apply", "Ctrl+Enter"),
                KeyHint.of("traffic.keys.discard", "Esc"),
                KeyHint.of("traffic.keys.redo", REDO_TOO.getDisplayText()),
                KeyHint.of("traffic.keys.step", "Left", "Right"),
                KeyHint.of("traffic.keys.leap", "Page Down", "Page Up"),
                KeyHint.of("traffic.keys.ends", "Home", "End"));
    }

    void on(Node page) {
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (APPLY.match(event)) {
            take(event, apply);
        } else if (DISCARD.match(event) && discard.getAsBoolean()) {
            event.consume();
        } else if (isInText(event)) {
            return;
        } else if (UNDO.match(event)) {
            take(event, undo);
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            take(event, redo);
        }
    }

    private static boolean isInText(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl text && !(text.getParent() instanceof Spinner);
    }

    private static void take(KeyEvent event, Runnable action) {
        action.run();
        event.consume();
    }
}
