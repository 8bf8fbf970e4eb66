package dev.sluice.console.traffic;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** The keys that move a share: arrows by one, with Shift or the page keys by ten, Home and End to the ends. */
final class ShareKeys {

    private static final int LEAP = 10;
    private static final int WHOLE = 100;

    private ShareKeys() {}

    /** @param by gets how many percent to move, which may be more than there is room for */
    static void on(Node node, IntConsumer by) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            int step = stepOf(event);
            if (step != 0) {
                by.accept(step);
                event.consume();
            }
        });
    }

    private static int stepOf(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return 0;
        }
        int arrow = event.isShiftDown() ? LEAP : 1;
        return switch (event.getCode()) {
            case LEFT, KP_LEFT -> -arrow;
            case RIGHT, KP_RIGHT -> arrow;
            case PAGE_DOWN -> -LEAP;
            case PAGE_UP -> LEAP;
            case HOME -> -WHOLE;
            case END -> WHOLE;
            default -> 0;
        };
    }
}
