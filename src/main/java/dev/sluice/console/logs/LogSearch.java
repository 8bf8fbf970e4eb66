package dev.sluice.console.logs;

import dev.sluice.console.support.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Looks for words in the lines that are shown, without hiding any: how many there are, and the way from one to the next. */
final class LogSearch {

    private final List<LogEntry> lines;
    private final ReadOnlyObjectWrapper<Optional<LogEntry>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Words> words = new ReadOnlyObjectWrapper<>(Words.NONE);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private long count;
    private long position;

    /** @param lines what is shown, which changes */
    LogSearch(List<LogEntry> lines) {
        this.lines = lines;
    }

    ReadOnlyObjectProperty<Words> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** The line that the search stands on. */
    ReadOnlyObjectProperty<Optional<LogEntry>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** {@code 3 of 17}; empty while nothing is looked for. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    boolean isHit(LogEntry entry) {
        return !words.get().areNone() && words.get().standIn(entry);
    }

    /** Begins anew; stands on the newest line that has the words. */
    void look(Words wanted) {
        words.set(wanted);
        recount();
        if (count > 0) {
            previous();
        }
    }

    /** The next one further down, and from the last one the first. */
    void next() {
        int from = standing() + 1;
        find(from, lines.size(), 1).or(() -> find(0, from, 1)).ifPresent(this::stand);
    }

    /** The next one further up, and from the first one the last. */
    void previous() {
        int standing = standing();
        int from = standing < 0 ? lines.size() : standing;
        find(from - 1, -1, -1).or(() -> find(lines.size() - 1, from - 1, -1)).ifPresent(this::stand);
    }

    /** All that is shown has changed. */
    void recount() {
        count = lines.stream().filter(this::isHit).count();
        position = 0;
        current.set(Optional.empty());
        describe();
    }

    void added(List<LogEntry> entries) {
        count += hits(entries);
        describe();
    }

    /** Lines have come at any place; it stands where it stood. */
    void addedBetween() {
        count = hits(lines);
        position = hits(lines.subList(0, standing() + 1));
        describe();
    }

    /** Lines at the beginning have gone. */
    void forgotten(List<LogEntry> entries) {
        long gone = hits(entries);
        count -= gone;
        position = Math.max(0, position - gone);
        if (position == 0) {
            current.set(Optional.empty());
        }
        describe();
    }

    /** Lines at the end are taken out for a moment. */
    void taken(List<LogEntry> entries) {
        count -= hits(entries);
    }

    private long hits(List<LogEntry> entries) {
        return words.get().areNone() ? 0 : entries.stream().filter(this::isHit).count();
    }

    /** Which of the lines it stands on, by identity, since two may say the same at the same time; -1 for none. */
    int standing() {
        for (int i = 0; current.get().isPresent() && i < lines.size(); i++) {
            if (lines.get(i) == current.get().get()) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Integer> find(int from, int to, int step) {
        for (int i = from; i != to; i += step) {
            if (isHit(lines.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void stand(int index) {
        position = hits(lines.subList(0, index + 1));
        current.set(Optional.of(lines.get(index)));
        describe();
    }

    private void describe() {
        summary.set(words.get().areNone() ? "" : Messages.of("logs.search.position", position, count));
    }
}
