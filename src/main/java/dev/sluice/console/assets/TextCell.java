package dev.sluice.console.assets;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A text that shows itself whole when the mouse rests on it, as columns may be too narrow for it. */
final class TextCell<T> extends TableCell<T, String> {

    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        boolean blank = empty || text == null || text.isEmpty();
        setText(blank ? null : text);
        whole.setText(blank ? "" : text);
        setTooltip(blank ? null : whole);
    }
}
