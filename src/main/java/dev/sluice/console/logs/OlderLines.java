package dev.sluice.console.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far back the instances' logs are read: a few lines of each at first, and more when they are asked for, as long as the page
 * can keep them.
 *
 * @param asked how many lines of each instance were asked for
 * @param instances how many share the page
 */
record OlderLines(int asked, int instances) {

    private static final int TIMES_MORE = 5;

    static OlderLines none() {
        return new OlderLines(LogFollowing.TAIL, 1);
    }

    OlderLines sharedBy(int number) {
        return new OlderLines(asked, Math.max(1, number));
    }

    /** @param here of the instance that has most lines on the page: no fewer are of use */
    OlderLines more(int here) {
        int wanted = TIMES_MORE * Math.max(asked, here);
        return new OlderLines(Math.max(asked, Math.min(wanted, most())), instances);
    }

    /** Whether more of them could be asked for. */
    boolean canBeMore() {
        return asked < most();
    }

    private int most() {
        return LogBuffer.MOST_LINES_AT_REST / instances;
    }

    /**
     * Of the lines that were told of old, those from before the ones that are kept of their instance. Others came meanwhile
     * and are on their way to the page; so it is with all of an instance of which none is kept, unless they are older than
     * any line is.
     *
     * @param kept oldest first
     * @param told of each instance as they came
     */
    static List<LogEntry> before(List<LogEntry> kept, List<LogEntry> told) {
        var keptOf = kept.stream().collect(Collectors.groupingBy(LogEntry::instance));
        var oldest = kept.stream().limit(1).map(LogEntry::at).findFirst().orElse(Instant.MAX);
        var toldOf = told.stream()
                .sorted(Comparator.comparing(LogEntry::at))
                .collect(Collectors.groupingBy(LogEntry::instance));
        var older = new ArrayList<LogEntry>();
        toldOf.forEach((instance, lines) -> older.addAll(
                keptOf.containsKey(instance)
                        ? new LogOverlap(keptOf.get(instance), lines).older()
                        : lines.stream()
                                .filter(line -> line.at().isBefore(oldest))
                                .toList()));
        return older;
    }
}
