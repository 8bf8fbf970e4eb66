package dev.sluice.console.logs;

import java.util.ArrayList;
import java.util.Collection;
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

    /** All at once: line by line each one would move all that are behind. */
    @Override
    public boolean addAll(int index, Collection<? extends LogEntry> newer) {
        if (newer.isEmpty()) {
            return false;
        }
        lines.addAll(index, newer);
        modCount++;
        beginChange();
        nextAdd(index, index + newer.size());
        endChange();
        return true;
    }

    /**
     * Puts in what is missing. Each place is told by itself, since the toolkit moves what is selected wrongly when it is told of
     * several at once.
     *
     * @param all those that are here, in their order, and others between them
     */
    void complete(List<LogEntry> all) {
        int end = all.size();
        for (int place = size(); end > 0; place--) {
            int from = end;
            while (from > 0 && (place == 0 || !all.get(from - 1).equals(get(place - 1)))) {
                from--;
            }
            addAll(place, all.subList(from, end));
            end = from - 1;
        }
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
