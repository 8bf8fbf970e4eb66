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

    private static final int LONGEST_LINE = 16 * 1024;

    /** Some 16 MiB as Java keeps most lines. */
    static final long MOST_CHARACTERS = 1024 * LONGEST_LINE;

    /** For whoever reads lines while others come: of 500 a second 10,000 would be gone in 20 seconds. */
    static final int MOST_LINES_AT_REST = 50_000;

    private static final long MOST_CHARACTERS_AT_REST = 2 * MOST_CHARACTERS;

    private static final Comparator<LogEntry> BY_TIME = Comparator.comparing(LogEntry::at);

    /**
     * What an addition has done, in this order.
     *
     * @param forgotten lines that have left at the beginning, oldest first
     * @param again lines that were at the end and have made room for older ones, oldest first
     * @param added what stands at the end now in their place, oldest first
     * @param tooOld how many of the new lines are older than all that is kept, and were not taken
     */
    record Change(List<LogEntry> forgotten, List<LogEntry> again, List<LogEntry> added, int tooOld) {}

    private final ArrayList<LogEntry> lines = new ArrayList<>();
    private long characters;
    private int mostLines = MOST_LINES;
    private long mostCharacters = MOST_CHARACTERS;

    List<LogEntry> lines() {
        return lines;
    }

    Change add(List<LogEntry> fresh) {
        var tail = new ArrayList<>(fresh);
        tail.sort(BY_TIME);
        var before = takeNewerThan(tail);
        int head = lines.size();
        // Stable: what was there goes before what comes now.
        tail.addAll(0, before);
        tail.sort(BY_TIME);
        lines.addAll(tail);
        fresh.forEach(line -> characters += line.text().length());
        int surplus = takeOffSurplus();
        var change = change(head, before, tail, surplus);
        lines.subList(0, surplus).clear();
        return change;
    }

    /**
     * Puts in lines from before others that are here, which all stay: of the new ones the newest, as many as there is room
     * for. The result has been put in.
     */
    List<LogEntry> addOlder(List<LogEntry> older) {
        var sorted = older.stream().sorted(BY_TIME).toList();
        int from = sorted.size();
        while (from > 0 && hasRoomFor(sorted.get(from - 1), sorted.size() - from)) {
            from--;
            characters += sorted.get(from).text().length();
        }
        var taken = sorted.subList(from, sorted.size());
        // Stable: of one time what is older goes first.
        lines.addAll(0, taken);
        lines.sort(BY_TIME);
        return taken;
    }

    private boolean hasRoomFor(LogEntry line, int others) {
        return lines.size() + others < mostLines && characters + line.text().length() <= mostCharacters;
    }

    /** Whether more could be here for whoever reads them. */
    boolean hasRoomAtRest() {
        return lines.size() < MOST_LINES_AT_REST && characters + LONGEST_LINE <= MOST_CHARACTERS_AT_REST;
    }

    /**
     * A line that is too old to be kept was never there for others, and those that it would have moved stay.
     *
     * @param before the lines that stood at the place of the tail
     */
    private Change change(int head, List<LogEntry> before, List<LogEntry> tail, int surplus) {
        int gone = Math.max(0, surplus - head);
        int known = 0;
        for (var line : tail.subList(0, gone)) {
            known += known < before.size() && before.get(known) == line ? 1 : 0;
        }
        var forgotten = new ArrayList<>(lines.subList(0, Math.min(surplus, head)));
        forgotten.addAll(before.subList(0, known));
        int same = 0;
        while (known + same < before.size() && before.get(known + same) == tail.get(gone + same)) {
            same++;
        }
        return new Change(
                forgotten,
                before.subList(known + same, before.size()),
                tail.subList(gone + same, tail.size()),
                gone - known);
    }

    /** Keeps more from now on. */
    void widen() {
        mostLines = MOST_LINES_AT_REST;
        mostCharacters = MOST_CHARACTERS_AT_REST;
    }

    /** Keeps as many as usual from now on; the result has been forgotten, oldest first. */
    List<LogEntry> narrow() {
        mostLines = MOST_LINES;
        mostCharacters = MOST_CHARACTERS;
        var surplus = lines.subList(0, takeOffSurplus());
        var forgotten = List.copyOf(surplus);
        surplus.clear();
        return forgotten;
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
        var taken = List.copyOf(newer);
        newer.clear();
        return taken;
    }

    /** How many are too many; their characters are not counted any more. */
    private int takeOffSurplus() {
        int surplus = Math.max(0, lines.size() - mostLines);
        for (var line : lines.subList(0, surplus)) {
            characters -= line.text().length();
        }
        while (characters > mostCharacters) {
            characters -= lines.get(surplus).text().length();
            surplus++;
        }
        return surplus;
    }
}
