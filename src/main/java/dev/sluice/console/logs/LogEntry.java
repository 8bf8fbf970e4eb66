package dev.sluice.console.logs;

import dev.sluice.control.LogLine;
import java.util.Locale;
import java.util.regex.Pattern;

/** A log line as it is shown, with its level where the line names one. */
record LogEntry(String instance, String text, Level level) {

    /** How grave it is. */
    enum Level {
        PLAIN,
        WARNING,
        ERROR
    }

    /** A word of its own, so that {@code terror} or {@code ERROR_RATE=0} raise no alarm. */
    private static final Pattern ERROR =
            Pattern.compile("\\b(ERROR|CRITICAL|FATAL|Traceback)\\b|^E[0-9/ ]|\\d E \\[|^\\w*(Error|Exception)\\b");

    private static final Pattern WARNING = Pattern.compile("\\b(WARN|WARNING)\\b|^W[0-9/ ]|\\d W \\[|Warning:");

    static LogEntry of(LogLine line) {
        return new LogEntry(line.instance(), line.text(), level(line.text()));
    }

    /** Whether {@code words} stand in it, in either case; nothing stands everywhere. */
    boolean contains(String words) {
        return words.isEmpty() || text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static Level level(String text) {
        if (ERROR.matcher(text).find()) {
            return Level.ERROR;
        }
        return WARNING.matcher(text).find() ? Level.WARNING : Level.PLAIN;
    }
}
