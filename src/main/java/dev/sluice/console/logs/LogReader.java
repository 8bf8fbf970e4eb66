package dev.sluice.console.logs;

import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentName;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the time and the level that lines begin with. It works on the threads that bring the lines, so that the UI's
 * has nothing to do but to show them: safe from any thread, as long as the lines of one instance come one by one.
 */
final class LogReader {

    /** As the scoring server and Python's logging write it; the server's times are of UTC. */
    private static final Pattern STAMP =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}:\\d{2})(?:[.,](\\d{1,9}))?Z?(?=\\s|$) ?");

    /** A word of its own, so that {@code terror} or {@code ERROR_RATE=0} raise no alarm. */
    private static final Pattern ERROR =
            Pattern.compile("\\b(ERROR|CRITICAL|FATAL|Traceback)\\b|^E[0-9/ ]|\\d E \\[|^\\w*(Error|Exception)\\b");

    private static final Pattern WARNING = Pattern.compile("\\b(WARN|WARNING)\\b|^W[0-9/ ]|\\d W \\[|Warning:");

    private final Clock clock;
    private final Map<String, LogEntry> newest = new ConcurrentHashMap<>();

    LogReader(Clock clock) {
        this.clock = clock;
    }

    LogEntry read(DeploymentName deployment, LogLine line) {
        var entry = entry(deployment, line);
        newest.put(line.instance(), entry);
        return entry;
    }

    private LogEntry entry(DeploymentName deployment, LogLine line) {
        var stamp = STAMP.matcher(line.text());
        if (stamp.lookingAt()) {
            try {
                var rest = line.text().substring(stamp.end());
                return new LogEntry(deployment, line.instance(), time(stamp), true, rest, level(rest));
            } catch (DateTimeException noTime) {
                return unstamped(deployment, line);
            }
        }
        return unstamped(deployment, line);
    }

    /** A traceback is as grave as the line that it belongs to. */
    private LogEntry unstamped(DeploymentName deployment, LogLine line) {
        var before = newest.get(line.instance());
        var own = level(line.text());
        if (before == null) {
            return new LogEntry(deployment, line.instance(), clock.instant(), false, line.text(), own);
        }
        var level = own.compareTo(before.level()) > 0 ? own : before.level();
        return new LogEntry(deployment, line.instance(), before.at(), false, line.text(), level);
    }

    private static Instant time(Matcher stamp) {
        var fraction = stamp.group(3) == null ? "" : "." + stamp.group(3);
        return Instant.parse(stamp.group(1) + "T" + stamp.group(2) + fraction + "Z");
    }

    private static LogEntry.Level level(String text) {
        if (ERROR.matcher(text).find()) {
            return LogEntry.Level.ERROR;
        }
        return WARNING.matcher(text).find() ? LogEntry.Level.WARNING : LogEntry.Level.PLAIN;
    }
}
