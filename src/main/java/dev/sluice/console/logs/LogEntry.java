package dev.sluice.console.logs;

import dev.sluice.domain.DeploymentName;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A log line as it is shown: who wrote it, when, and how grave it is. One without a time of its own, such as one of a
 * traceback, stands with the line before it; it is not {@code timed} then.
 */
record LogEntry(DeploymentName deployment, String instance, Instant at, boolean timed, String text, Level level) {

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
        return at.isAfter(latest) ? new LogEntry(deployment, instance, latest, timed, text, level) : this;
    }

    /** As a file or the clipboard gets it, with its time in UTC. */
    String line() {
        return at + "  " + instance + "  " + text;
    }

    /** The id of the request that the line is about, if it says so. */
    Optional<String> requestId() {
        var access = ACCESS.matcher(text);
        if (access.find()) {
            return Optional.of(access.group(1));
        }
        var during = DURING.matcher(text);
        if (during.find()) {
            return Optional.of(during.group(1));
        }
        var guid = GUID.matcher(text);
        return guid.find() ? Optional.of(guid.group()) : Optional.empty();
    }
}
