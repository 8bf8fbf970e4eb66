package dev.sluice.console.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The newest lines of several instances, in the order of their times, bounded by their number and their length. Lines of
 * one time stay in the order they came in. For the UI thread only.
 */
final class LogBuffer {

    static final int MOST_LINES = 10_000;

    /** Some 16 MiB as Java keeps most lines; one line may have 16 KiB. */
    static final long MOST_CHARACTERS = 16 * 1024 * 1024;

    private static final Comparator<LogEntry> BY_TIME = Comparator.comparing(LogEntry::at);

    /**
     * What an addition has done.
     *
     * @param again lines that were at the end and have made room for older ones, oldest first
     * @param added what stands at the end now in their place, oldest first
     * @param forgotten what has left at the beginning after that, oldest first
     */
    record Change(List<LogEntry> again, List<LogEntry> added, List<LogEntry> forgotten) {}

    private final ArrayList<LogEntry> lines = new ArrayList<>();
    private long characters;

    List<LogEntry> lines() {
        return lines;
    }

    Change add(List<LogEntry> fresh) {
        var sorted = new ArrayList<>(fresh);
        sorted.sort(BY_TIME);
        var again = takeNewerThan(sorted);
        // Stable: what was there goes before what comes now.
        sorted.addAll(0, again);
        sorted.sort(BY_TIME);
        lines.addAll(sorted);
        fresh.forEach(line -> characters += line.text().length());
        return new Change(again, sorted, forgetOldest());
    }

    void clear() {
        lines.clear();
        characters = 0;
    }

    private List<LogEntry> takeNewerThan(List<LogEntry> sorted) {
        int from = lines.size();
        while (!sorted.isEmpty()
                && from > 0
                && lines.get(from - 1).at().isAfter(sorted.get(0).at())) {
            from--;
        }
        var newer = lines.subList(from, lines.size());
        var again = List.copyOf(newer);
        newer.clear();
        return again;
    }

    private List<LogEntry> forgetOldest() {
        int surplus = Math.max(0, lines.size() - MOST_LINES);
        for (var line : lines.subList(0, surplus)) {
            characters -= line.text().length();
        }
        while (characters > MOST_CHARACTERS) {
            characters -= lines.get(surplus).text().length();
            surplus++;
        }
        var oldest = lines.subList(0, surplus);
        var forgotten = List.copyOf(oldest);
        oldest.clear();
        return forgotten;
    }
}
