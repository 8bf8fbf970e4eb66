package dev.sluice.console.logs;

import dev.sluice.console.logs.LogEntry.Whole;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which lines pass a filter: where several belong together, such as a traceback's, all do of which one is grave enough and one
 * has the words. Knows only of lines that it was told of.
 */
final class PassingLines {

    private final LogFilter filter;
    private final Set<Whole> grave = new HashSet<>();
    private final Set<Whole> worded = new HashSet<>();

    PassingLines(LogFilter filter) {
        this.filter = filter;
    }

    /** Takes lines in; the result is the time from which on others may pass now that did not before. */
    Instant learn(List<LogEntry> lines) {
        var earliest = Instant.MAX;
        if (!filter.hidesNothing()) {
            for (var line : lines) {
                if (learn(line) && line.at().isBefore(earliest)) {
                    earliest = line.at();
                }
            }
        }
        return earliest;
    }

    private boolean learn(LogEntry line) {
        boolean isNew = filter.levels().has(line.level()) && grave.add(line.whole());
        return (filter.words().standIn(line) && worded.add(line.whole())) || isNew;
    }

    /** Knows no more than these from now on, if it knows much more. */
    void forgetAllBut(List<LogEntry> kept) {
        if (Math.max(grave.size(), worded.size()) > 2 * kept.size() + 1_000) {
            var present = new HashSet<Whole>();
            kept.forEach(line -> present.add(line.whole()));
            grave.retainAll(present);
            worded.retainAll(present);
        }
    }

    List<LogEntry> of(List<LogEntry> lines) {
        return filter.hidesNothing()
                ? lines
                : lines.stream().filter(this::passes).toList();
    }

    private boolean passes(LogEntry line) {
        return filter.isOfInstance(line) && grave.contains(line.whole()) && worded.contains(line.whole());
    }
}
