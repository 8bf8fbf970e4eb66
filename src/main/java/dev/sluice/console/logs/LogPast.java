package dev.sluice.console.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * When lines were written that came before any of their instance said its time, such as those of a server's start: before the
 * first that says it, with which they come.
 */
final class LogPast {

    private LogPast() {}

    /** @param lines as they came */
    static List<LogEntry> dated(List<LogEntry> lines) {
        if (lines.stream().allMatch(LogEntry::timed)) {
            return lines;
        }
        var firstTimes = new HashMap<String, Instant>();
        lines.stream().filter(LogEntry::timed).forEach(line -> firstTimes.putIfAbsent(line.instance(), line.at()));
        var dated = new ArrayList<LogEntry>(lines.size());
        for (var line : lines) {
            if (line.timed()) {
                firstTimes.remove(line.instance());
            }
            dated.add(line.notAfter(firstTimes.getOrDefault(line.instance(), line.at())));
        }
        return dated;
    }
}
