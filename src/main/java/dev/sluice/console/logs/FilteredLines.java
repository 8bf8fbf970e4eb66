package dev.sluice.console.logs;

import dev.sluice.console.support.Rows;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The lines that are kept, those of them that pass the filter, and the search among these. For the UI thread only. */
final class FilteredLines {

    private final LogBuffer kept = new LogBuffer();
    private final ObservableList<LogEntry> shown = new LineList();
    private final LogSearch search = new LogSearch(shown);
    private final ReadOnlyObjectWrapper<LogFilter> filter = new ReadOnlyObjectWrapper<>(LogFilter.NONE);
    private LogShift shift = LogShift.NONE;

    /** Oldest first, whether they pass the filter or not. */
    List<LogEntry> kept() {
        return kept.lines();
    }

    /** Oldest first, those that pass the filter. */
    ObservableList<LogEntry> shown() {
        return shown;
    }

    LogSearch search() {
        return search;
    }

    ReadOnlyObjectProperty<LogFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    LogFilter filter() {
        return filter.get();
    }

    /** Where the lines that were shown before the last addition are now. */
    LogShift shift() {
        return shift;
    }

    void filter(LogFilter next) {
        filter.set(next);
        showPassing();
    }

    /** In place of all others; those that are shown already stay as they are. */
    void beginWith(List<LogEntry> lines, LogFilter next) {
        filter.set(next);
        shift = LogShift.NONE;
        kept.clear();
        kept.add(lines);
        showPassing();
    }

    /** The result has been done to the lines that are kept; {@link #shift} tells it of those that are shown. */
    LogBuffer.Change add(List<LogEntry> lines) {
        var change = kept.add(lines);
        var forgotten = takeFromBeginning(change.forgotten());
        var again = passing(change.again());
        var added = passing(change.added());
        takeFromEnd(again);
        shift = new LogShift(forgotten, shown.size(), again, added);
        shown.addAll(added);
        search.added(added);
        return change;
    }

    /** Keeps more from now on. */
    void widen() {
        kept.widen();
    }

    /** Keeps as many as usual from now on; the result has been forgotten, oldest first. */
    List<LogEntry> narrow() {
        var forgotten = kept.narrow();
        takeFromBeginning(forgotten);
        return forgotten;
    }

    private void showPassing() {
        Rows.splice(shown, passing(kept.lines()));
        search.recount();
    }

    /** How many of the lines were shown. */
    private int takeFromBeginning(List<LogEntry> gone) {
        var passing = passing(gone);
        search.forgotten(passing);
        shown.remove(0, passing.size());
        return passing.size();
    }

    /** Lines that came late go before these, which come back in the same change. */
    private void takeFromEnd(List<LogEntry> lines) {
        search.taken(lines);
        shown.remove(shown.size() - lines.size(), shown.size());
    }

    private List<LogEntry> passing(List<LogEntry> entries) {
        var now = filter.get();
        return now.hidesNothing()
                ? entries
                : entries.stream().filter(now::passes).toList();
    }
}
