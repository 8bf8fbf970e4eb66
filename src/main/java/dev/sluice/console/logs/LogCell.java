package dev.sluice.console.logs;

import dev.sluice.console.support.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
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

    /** More of a line would take longer to lay out than a frame lasts. */
    private static final int MOST_CHARACTERS = 2_000;

    private final LineRow row = new LineRow();
    private final ListView<LogEntry> list;
    private final LogLook look;
    private final LogSearch search;

    LogCell(ListView<LogEntry> list, LogLook look, LogsViewModel model) {
        this.list = list;
        this.look = look;
        this.search = model.search();
        row.longestNameProperty().bind(model.instances().longestNameProperty());
        getStyleClass().add("log-cell");
        setGraphic(row);
    }

    /** A wrapped line is as wide as the list and never makes it scroll sideways, nor does one that has gone. */
    @Override
    protected double computePrefWidth(double height) {
        return look.wrap().get() || isEmpty() ? 0 : super.computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!look.wrap().get() || isEmpty()) {
            return super.computePrefHeight(width);
        }
        return row.prefHeight(list.getWidth() - MARGIN) + snappedTopInset() + snappedBottomInset() + GAP;
    }

    @Override
    protected void updateItem(@Nullable LogEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        showLine(entry != null && !empty);
        if (entry == null || empty) {
            mark(false, false, LogEntry.Level.PLAIN);
            return;
        }
        row.showTime(look.times().get() != LogTimes.NONE, look.time(entry));
        var shown = shortened(entry.text());
        row.showWords(shown, search.wordsProperty().get().in(shown), look.wrap().get());
        row.showInstance(entry.instance(), look.color(entry));
        mark(search.isHit(entry), search.currentProperty().get().orElse(null) == entry, entry.level());
    }

    /** Taken out and put in again, the line would be styled anew. */
    private void showLine(boolean shown) {
        if (row.isVisible() != shown) {
            row.setVisible(shown);
            // Its width is another one now.
            requestLayout();
        }
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
}
