package dev.sluice.console.support;

import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A text that shows itself whole when the mouse rests on it, as columns may be too narrow for it. */
public final class TextCell<R, T> extends TableCell<R, T> {

    private final Function<T, String> text;
    private final Function<T, String> whole;
    private final StringProperty inFull = new SimpleStringProperty("");

    /**
     * @param text what it shows
     * @param whole what that is in full
     */
    public TextCell(Function<T, String> text, Function<T, String> whole) {
        this.text = text;
        this.whole = whole;
        WholeText.inTooltip(this, inFull);
    }

    /** One that shows its item as it is. */
    public static <R> TextCell<R, String> asItIs() {
        return new TextCell<>(Function.identity(), Function.identity());
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        var shown = empty || item == null ? "" : text.apply(item);
        setText(shown.isEmpty() ? null : shown);
        inFull.set(shown.isEmpty() || item == null ? "" : whole.apply(item));
    }
}
