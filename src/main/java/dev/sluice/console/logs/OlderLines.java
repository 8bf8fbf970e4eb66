package dev.sluice.console.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * Lines that were told of old, with those of the page that are not among them: newer ones, and those of an instance that tells
     * them no more. Lines of an instance that never says a time stay as they are: nobody knows where others would go.
     *
     * @param told of each instance oldest first
     */
    static List<LogEntry> joined(List<LogEntry> kept, List<LogEntry> told) {
        var reaches = told.stream().collect(Collectors.groupingBy(LogEntry::instance)).entrySet().stream()
                .filter(of -> of.getValue().stream().anyMatch(LogEntry::timed))
                .collect(Collectors.toMap(Map.Entry::getKey, of -> Reach.of(of.getValue())));
        var all = new ArrayList<LogEntry>();
        told.stream().filter(line -> reaches.containsKey(line.instance())).forEach(all::add);
        kept.stream()
                .filter(line -> !reaches.containsKey(line.instance())
                        || !reaches.get(line.instance()).has(line))
                .forEach(all::add);
        return all;
    }

    /** Of one instance's lines the first and the last time, and those of the last. */
    private record Reach(Instant first, Instant last, Set<LogEntry> newest) {

        static Reach of(List<LogEntry> lines) {
            var times = lines.stream().map(LogEntry::at).sorted().toList();
            var last = times.get(times.size() - 1);
            var newest = new HashSet<LogEntry>();
            lines.stream().filter(line -> line.at().equals(last)).forEach(newest::add);
            return new Reach(times.get(0), last, newest);
        }

        boolean has(LogEntry line) {
            return !line.at().isBefore(first) && (line.at().isBefore(last) || newest.contains(line));
        }
    }
}
