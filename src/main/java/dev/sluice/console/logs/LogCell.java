package dev.sluice.console.logs;

import dev.sluice.console.support.Messages;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One log line: when, which instance in its deployment's colour, and the text in the colour of its level. */
final class LogCell extends ListCell<LogEntry> {

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    /** Room for the scroll bar and the cell's own padding. */
    private static final double MARGIN = 40;

    private static final double GAP = 5;
    private static final double SPACING = 12;
    private static final double CHARACTER = 7.25;

    /** More of a line would take longer to lay out than a frame lasts. */
    private static final int MOST_CHARACTERS = 2_000;

    private final Label time = new Label();
    private final Label instance = new Label();
    private final MarkedText text = new MarkedText();
    private final HBox line = new HBox(SPACING, time, instance, text);
    private final ListView<LogEntry> list;
    private final LogLook look;
    private final LogSearch search;
    private String shownStyle = "";

    LogCell(ListView<LogEntry> list, LogLook look, LogsViewModel model) {
        this.list = list;
        this.look = look;
        this.search = model.search();
        getStyleClass().add("log-cell");
        time.getStyleClass().add("log-time");
        instance.getStyleClass().add("log-instance");
        text.minWidthProperty().bind(Bindings.when(look.wrap()).then(0.0).otherwise(USE_PREF_SIZE));
        instance.minWidthProperty()
                .bind(model.instances()
                        .longestNameProperty()
                        .multiply(CHARACTER)
                        .add(2));
        time.setMinWidth(USE_PREF_SIZE);
        time.managedProperty().bind(time.visibleProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        setGraphic(line);
    }

    /** A wrapped line is as wide as the list and never makes it scroll sideways. */
    @Override
    protected double computePrefWidth(double height) {
        return look.wrap().get() ? 0 : super.computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!look.wrap().get() || isEmpty()) {
            return super.computePrefHeight(width);
        }
        double timeWidth = time.isVisible() ? Math.max(time.getMinWidth(), time.prefWidth(-1)) + SPACING : 0;
        double instanceWidth = Math.max(instance.getMinWidth(), instance.prefWidth(-1)) + SPACING;
        double textWidth = list.getWidth() - MARGIN - timeWidth - instanceWidth;
        return text.prefHeight(textWidth) + snappedTopInset() + snappedBottomInset() + GAP;
    }

    @Override
    protected void updateItem(@Nullable LogEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        // Taken out and put in again, the line would be styled anew.
        line.setVisible(entry != null && !empty);
        if (entry == null || empty) {
            mark(false, false, LogEntry.Level.PLAIN);
            return;
        }
        time.setVisible(look.times().get() != LogTimes.NONE);
        time.setText(look.time(entry));
        instance.setText(entry.instance());
        var shown = shortened(entry.text());
        text.show(shown, search.wordsProperty().get().in(shown));
        colorInstance(look.styleClass(entry));
        mark(search.isHit(entry), search.currentProperty().get().orElse(null) == entry, entry.level());
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : Messages.of("logs.long-line", text.substring(0, MOST_CHARACTERS), text.length() - MOST_CHARACTERS);
    }

    private void mark(boolean hit, boolean current, LogEntry.Level level) {
        pseudoClassStateChanged(HIT, hit);
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(WARNING, level == LogEntry.Level.WARNING);
        pseudoClassStateChanged(ERROR, level == LogEntry.Level.ERROR);
    }

    private void colorInstance(String style) {
        if (!style.equals(shownStyle)) {
            instance.getStyleClass().remove(shownStyle);
            instance.getStyleClass().add(style);
            shownStyle = style;
        }
    }
}
