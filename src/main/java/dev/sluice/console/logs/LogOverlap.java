package dev.sluice.console.logs;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one instance tells of old, next to what of it is kept: these lines are found among the others by what they say. By
 * their times they cannot be: one that says none has been given the time when it came, and read back that of a line before it.
 */
final class LogOverlap {

    /** So many lines one after the other are taken for the same ones. */
    private static final int SURE = 20;

    /** No line has it. */
    private static final String BETWEEN = "\n";

    private final List<LogEntry> kept;
    private final List<LogEntry> told;
    private final Instant oldest;
    private final int[] same;

    /** @param kept at least one; both oldest first */
    LogOverlap(List<LogEntry> kept, List<LogEntry> told) {
        this.kept = kept;
        this.told = told;
        oldest = kept.get(0).at();
        same = likeTheBeginning(Stream.of(texts(kept), Stream.of(BETWEEN), texts(told))
                .flatMap(texts -> texts)
                .toArray(String[]::new));
    }

    /** Those from before the oldest that is kept, and none that is. */
    List<LogEntry> older() {
        var before = IntStream.range(0, told.size())
                .filter(this::mayBeOldest)
                .boxed()
                .max(comparing(this::isOfItsTime).thenComparing(this::length).thenComparing(Comparator.naturalOrder()))
                .map(place -> told.subList(0, place))
                .orElseGet(this::olderByTime);
        return before.stream().map(line -> line.notAfter(oldest)).toList();
    }

    /** What was told may end before all are there that have come meanwhile. */
    private boolean mayBeOldest(int place) {
        return length(place) >= Math.min(SURE, kept.size())
                || length(place) == told.size() - place && isOfItsTime(place);
    }

    private boolean isOfItsTime(int place) {
        return told.get(place).at().equals(oldest);
    }

    /** How many lines from this place on are those that are kept, from the oldest on. */
    private int length(int place) {
        return same[kept.size() + 1 + place];
    }

    /** Rather one too few than one twice. */
    private List<LogEntry> olderByTime() {
        var there = texts(kept).collect(Collectors.toSet());
        return told.stream()
                .filter(line -> line.at().isBefore(oldest))
                .filter(line -> line.timed() || !there.contains(line.text()))
                .toList();
    }

    private static Stream<String> texts(List<LogEntry> lines) {
        return lines.stream().map(LogEntry::text);
    }

    /**
     * Of each place, how many texts from there on are the same as at the beginning; 0 for the beginning. Compared only once
     * (this is known as the Z algorithm): many thousand lines may all say the same.
     */
    private static int[] likeTheBeginning(String[] texts) {
        int[] lengths = new int[texts.length];
        int from = 0;
        int to = 0;
        for (int i = 1; i < texts.length; i++) {
            int length = i < to ? Math.min(to - i, lengths[i - from]) : 0;
            while (i + length < texts.length && texts[length].equals(texts[i + length])) {
                length++;
            }
            lengths[i] = length;
            if (i + length > to) {
                from = i;
                to = i + length;
            }
        }
        return lengths;
    }
}
