package dev.sluice.console.logs;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One log line: the instance that wrote it, in a colour of its own, and the text in the colour of its level. */
final class LogCell extends ListCell<LogEntry> {

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    /** Room for the scroll bar and the cell's own padding. */
    private static final double MARGIN = 40;

    private static final double GAP = 5;

    private final Label instance = new Label();
    private final Label text = new Label();
    private final HBox line = new HBox(12, instance, text);
    private final ListView<LogEntry> list;
    private final ReadOnlyBooleanProperty wrap;
    private final Function<String, String> styleClass;
    private String shownStyle = "";

    LogCell(ListView<LogEntry> list, ReadOnlyBooleanProperty wrap, Function<String, String> styleClass) {
        this.styleClass = styleClass;
        getStyleClass().add("log-cell");
        instance.getStyleClass().add("log-instance");
        text.getStyleClass().add("log-text");
        text.wrapTextProperty().bind(wrap);
        HBox.setHgrow(text, Priority.ALWAYS);
        this.list = list;
        this.wrap = wrap;
    }

    /** A wrapped line is as wide as the list and never makes it scroll sideways. */
    @Override
    protected double computePrefWidth(double height) {
        return wrap.get() ? 0 : super.computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!wrap.get()) {
            return super.computePrefHeight(width);
        }
        double textWidth = list.getWidth() - MARGIN - instance.prefWidth(-1) - line.getSpacing();
        return text.prefHeight(textWidth) + snappedTopInset() + snappedBottomInset() + GAP;
    }

    @Override
    protected void updateItem(@Nullable LogEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (entry == null || empty) {
            setGraphic(null);
            return;
        }
        instance.setText(entry.instance());
        text.setText(entry.text());
        colorInstance(styleClass.apply(entry.instance()));
        pseudoClassStateChanged(WARNING, entry.level() == LogEntry.Level.WARNING);
        pseudoClassStateChanged(ERROR, entry.level() == LogEntry.Level.ERROR);
        setGraphic(line);
    }

    private void colorInstance(String style) {
        if (!style.equals(shownStyle)) {
            instance.getStyleClass().remove(shownStyle);
            instance.getStyleClass().add(style);
            shownStyle = style;
        }
    }
}
