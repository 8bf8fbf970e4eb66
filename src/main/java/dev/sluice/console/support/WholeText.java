package dev.sluice.console.support;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Names may have 32 letters and columns have an end: what is cut off can be read in a tooltip. It is made when the mouse comes
 * for the first time, which it never does to most: one takes as long as what it is for. For the UI thread only.
 */
public final class WholeText {

    private WholeText() {}

    /** Gives {@code labeled} a tooltip that says what it says, now and later. */
    public static <T extends Labeled> T inTooltip(T labeled) {
        inTooltip(labeled, labeled.textProperty());
        return labeled;
    }

    /** Gives {@code labeled} a tooltip that says {@code whole}, now and later; none while that is empty. */
    public static void inTooltip(Labeled labeled, ObservableValue<String> whole) {
        labeled.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent first) {
                labeled.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                var tooltip = new Tooltip();
                tooltip.textProperty().bind(whole);
                labeled.tooltipProperty().bind(whole.map(text -> text.isEmpty() ? null : tooltip));
            }
        });
    }
}
