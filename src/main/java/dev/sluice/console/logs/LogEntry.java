package dev.sluice.console.logs;

import dev.sluice.domain.DeploymentName;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A log line as it is shown: who wrote it, when, and how grave it is. One without a time of its own, such as one of a
 * traceback, stands with the line before it; it is not {@code timed} then.
 *
 * @param first the line that it goes on with; its own text if it begins by itself
 */
record LogEntry(
        DeploymentName deployment, String instance, Instant at, boolean timed, String text, Level level, String first) {

    /** What the same lines belong to, those of a traceback say. */
    record Whole(String instance, Instant at, String first) {}

    /** How grave it is. */
    enum Level {
        PLAIN,
        WARNING,
        ERROR
    }

    /** The scoring server's line for each request ends with the request's id. */
    private static final Pattern ACCESS = Pattern.compile("sluice\\.access - .* (\\S{2,100})$");

    /** What the script says meanwhile begins with it. */
    private static final Pattern DURING = Pattern.compile(" - req=(\\S{1,100}) ");

    private static final Pattern GUID =
            Pattern.compile("\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b");

    LogEntry notAfter(Instant latest) {
        return at.isAfter(latest) ? new LogEntry(deployment, instance, latest, timed, text, level, first) : this;
    }

    /** As a file or the clipboard gets it, with its time in UTC. */
    String line() {
        return at + "  " + instance + "  " + text;
    }

    Whole whole() {
        return new Whole(instance, at, first);
    }

    /** The id of the request that the line is about, if it says so, or the one that it goes on with. */
    Optional<String> requestId() {
        return requestId(first).or(() -> requestId(text));
    }

    private static Optional<String> requestId(String line) {
        return Stream.of(ACCESS, DURING)
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .or(() -> GUID.matcher(line).results().map(MatchResult::group).findFirst());
    }

    /** Whether a script has logged it while it was busy with a request. */
    static boolean isDuringRequest(String line) {
        return DURING.matcher(line).find();
    }
}
