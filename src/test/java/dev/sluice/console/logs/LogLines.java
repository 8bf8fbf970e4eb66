package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.NOON;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.support.Batches.Batch;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Lines as they come to the page. */
final class LogLines {

    private LogLines() {}

    /** So many lines of two instances of blue. */
    static List<LogEntry> of(int lines) {
        var reader = new LogReader(Clock.fixed(NOON, ZoneOffset.UTC));
        return PageAnswers.log(lines).map(line -> reader.read(BLUE, line)).toList();
    }

    /** A line of {@code blue-1}, so many seconds after noon. */
    static LogEntry line(String text, int second) {
        return line("blue-1", text, second);
    }

    static LogEntry line(String instance, String text, int second) {
        return new LogEntry(BLUE, instance, NOON.plusSeconds(second), true, text, LogEntry.Level.PLAIN, text);
    }

    static Batch<LogEntry> batch(LogEntry... lines) {
        return new Batch<>(List.of(lines), 0);
    }
}
