package dev.sluice.console.logs;

import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentName;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Reads when lines were written, and the level. It works on the threads that bring the lines, so that the UI's has nothing
 * to do but to show them: safe from any thread, as long as the lines of one instance come one by one.
 */
final class LogReader {

    /** A word of its own, so that {@code terror} or {@code ERROR_RATE=0} raise no alarm. */
    private static final Pattern ERROR =
            Pattern.compile("\\b(ERROR|CRITICAL|FATAL|Traceback)\\b|^E[0-9/ ]|\\d E \\[|^\\w*(Error|Exception)\\b");

    private static final Pattern WARNING = Pattern.compile("\\b(WARN|WARNING)\\b|^W[0-9/ ]|\\d W \\[|Warning:");

    private final Clock clock;
    private final Map<String, LogVoice> voices = new ConcurrentHashMap<>();

    LogReader(Clock clock) {
        this.clock = clock;
    }

    LogEntry read(DeploymentName deployment, LogLine line) {
        var now = clock.instant();
        var before = voices.getOrDefault(line.instance(), LogVoice.silent(now));
        var stamp = LogStamp.of(line.text(), now);
        var text = stamp.map(LogStamp::rest).orElse(line.text());
        var level = level(text);
        var voice = stamp.map(known -> before.says(known.at(), text, level, now))
                .orElseGet(() -> before.saysWithoutTime(text, level, now));
        voices.put(line.instance(), voice);
        return new LogEntry(
                deployment,
                line.instance(),
                voice.at(),
                voice.timed(),
                text,
                voice.level(),
                voice.message().first());
    }

    private static LogEntry.Level level(String text) {
        if (ERROR.matcher(text).find()) {
            return LogEntry.Level.ERROR;
        }
        return WARNING.matcher(text).find() ? LogEntry.Level.WARNING : LogEntry.Level.PLAIN;
    }
}
