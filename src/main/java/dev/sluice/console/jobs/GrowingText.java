package dev.sluice.console.jobs;

import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * A text that grows at its end. Whoever is at the end stays at the end; whoever reads further up, or has marked
 * something, keeps both. For the UI thread only.
 */
final class GrowingText {

    /** Half a line more or less is the end as well. */
    private static final double SLACK = 10;

    private final TextArea area;

    /** Not what the area says that it holds: it leaves out characters that it cannot draw. */
    private String shown = "";

    /** Until the user does anything: how far the end is, is known bit by bit while the area is laid out. */
    private boolean following = true;

    GrowingText(TextArea area) {
        this.area = area;
        area.skinProperty().addListener((o, before, after) -> pane().ifPresent(this::follow));
        area.addEventFilter(InputEvent.ANY, this::used);
    }

    void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        following = following || shown.isEmpty() || isAtEnd();
        if (following) {
            take(text);
            area.positionCaret(area.getLength());
        } else {
            takeUnmoved(text);
        }
        shown = text;
    }

    private void used(InputEvent event) {
        if (event instanceof ScrollEvent
                || event.getEventType() == MouseEvent.MOUSE_PRESSED
                || event.getEventType() == KeyEvent.KEY_PRESSED) {
            following = false;
        }
    }

    /** To be told of the text's size after the pane's own skin, which keeps in sight what was in sight. */
    private void follow(ScrollPane pane) {
        pane.skinProperty()
                .addListener((o, before, after) -> pane.getContent()
                        .layoutBoundsProperty()
                        .addListener((bounds, smaller, larger) -> {
                            if (following) {
                                pane.setVvalue(pane.getVmax());
                            }
                        }));
    }

    private void takeUnmoved(String text) {
        int anchor = area.getAnchor();
        int caret = area.getCaretPosition();
        double top = area.getScrollTop();
        take(text);
        area.selectRange(anchor, caret);
        area.setScrollTop(top);
    }

    private void take(String text) {
        if (text.startsWith(shown)) {
            area.appendText(text.substring(shown.length()));
        } else {
            area.setText(text);
        }
    }

    private boolean isAtEnd() {
        return area.getSelection().getLength() == 0
                && pane().filter(GrowingText::isAtEnd).isPresent();
    }

    private static boolean isAtEnd(ScrollPane pane) {
        double below = pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
        return (pane.getVmax() - pane.getVvalue()) * below <= SLACK;
    }

    /** There once the area has been drawn. */
    private Optional<ScrollPane> pane() {
        return area.lookup(".scroll-pane") instanceof ScrollPane pane ? Optional.of(pane) : Optional.empty();
    }
}
