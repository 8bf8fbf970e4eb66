package dev.sluice.console.logs;

import dev.sluice.console.support.Rows;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The lines that are kept, those of them that pass the filter, and the search among these. For the UI thread only. */
final class FilteredLines {

    private final LogBuffer kept = new LogBuffer();
    private final LineList shown = new LineList();
    private final LogSearch search = new LogSearch(shown);
    private final ReadOnlyObjectWrapper<LogFilter> filter = new ReadOnlyObjectWrapper<>(LogFilter.NONE);
    private PassingLines passing = new PassingLines(LogFilter.NONE);
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
        passing.forgetAllBut(kept.lines());
        var again = passing.of(change.again());
        takeFromEnd(again);
        var stay = kept.lines().subList(0, kept.lines().size() - change.added().size());
        var earliest = passing.learn(change.added());
        var added = passing.of(change.added());
        // A traceback may come in two batches: what stays hidden in the first can be shown for what is in the second.
        var shownBefore = List.copyOf(since(shown, earliest));
        var shownNow = passing.of(since(stay, earliest));
        if (shownBefore.size() < shownNow.size()) {
            takeFromEnd(shownBefore);
            again = joined(shownBefore, again);
            added = joined(shownNow, added);
        }
        shift = new LogShift(forgotten, shown.size(), again, added);
        shown.addAll(added);
        search.added(added);
        return change;
    }

    /** From before those that are kept, which all stay, as many as there is room for; the result has been put in. */
    List<LogEntry> addOlder(List<LogEntry> older) {
        var taken = kept.addOlder(older);
        passing.learn(taken);
        var shownBefore = List.copyOf(shown);
        shown.complete(passing.of(kept.lines()));
        shift = new LogShift(0, 0, shownBefore, List.copyOf(shown));
        search.addedBetween();
        return taken;
    }

    /** Whether more could be kept for whoever reads them. */
    boolean haveRoomAtRest() {
        return kept.hasRoomAtRest();
    }

    private static List<LogEntry> since(List<LogEntry> lines, Instant earliest) {
        int from = lines.size();
        while (from > 0 && !lines.get(from - 1).at().isBefore(earliest)) {
            from--;
        }
        return lines.subList(from, lines.size());
    }

    private static List<LogEntry> joined(List<LogEntry> before, List<LogEntry> after) {
        return Stream.concat(before.stream(), after.stream()).toList();
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
        passing = new PassingLines(filter.get());
        passing.learn(kept.lines());
        Rows.splice(shown, passing.of(kept.lines()));
        search.recount();
    }

    /** How many of the lines were shown. */
    private int takeFromBeginning(List<LogEntry> gone) {
        var shownOnes = passing.of(gone);
        search.forgotten(shownOnes);
        shown.remove(0, shownOnes.size());
        return shownOnes.size();
    }

    /** Lines that came late go before these, which come back in the same change. */
    private void takeFromEnd(List<LogEntry> lines) {
        search.taken(lines);
        shown.remove(shown.size() - lines.size(), shown.size());
    }
}
