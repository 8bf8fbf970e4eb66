package dev.sluice.console.support;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Names may have 32 letters and columns have an end: what is cut off can be read in a tooltip. */
public final class WholeText {

    private WholeText() {}

    /** Gives {@code labeled} a tooltip that says what it says, now and later. For the UI thread only. */
    public static <T extends Labeled> T inTooltip(T labeled) {
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(labeled.textProperty());
        labeled.setTooltip(tooltip);
        return labeled;
    }
}
