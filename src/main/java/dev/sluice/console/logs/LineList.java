package dev.sluice.console.logs;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/** Lines that many at a time leave at the beginning; the toolkit's own list moves all others for each of them. */
final class LineList extends ModifiableObservableListBase<LogEntry> {

    private final ArrayList<LogEntry> lines = new ArrayList<>();

    @Override
    public LogEntry get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    protected void doAdd(int index, LogEntry line) {
        lines.add(index, line);
    }

    @Override
    protected LogEntry doSet(int index, LogEntry line) {
        return lines.set(index, line);
    }

    @Override
    protected LogEntry doRemove(int index) {
        return lines.remove(index);
    }

    @Override
    protected void removeRange(int from, int to) {
        var range = lines.subList(from, to);
        var gone = List.copyOf(range);
        range.clear();
        modCount++;
        beginChange();
        nextRemove(from, gone);
        endChange();
    }
}
