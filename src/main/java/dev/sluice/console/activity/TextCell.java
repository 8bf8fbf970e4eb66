package dev.sluice.console.activity;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A text that shows itself whole when the mouse rests on it, as columns may be too narrow for it. */
final class TextCell extends TableCell<ActivityRow, ActivityRow> {

    private final Function<ActivityRow, String> text;
    private final Function<ActivityRow, String> whole;
    private final Tooltip tooltip = new Tooltip();

    /** @param text what it shows, and {@code whole} what that is in full */
    TextCell(Function<ActivityRow, String> text, Function<ActivityRow, String> whole) {
        this.text = text;
        this.whole = whole;
    }

    @Override
    protected void updateItem(@Nullable ActivityRow row, boolean empty) {
        super.updateItem(row, empty);
        var shown = empty || row == null ? "" : text.apply(row);
        setText(shown.isEmpty() ? null : shown);
        tooltip.setText(shown.isEmpty() || row == null ? "" : whole.apply(row));
        setTooltip(shown.isEmpty() ? null : tooltip);
    }
}
