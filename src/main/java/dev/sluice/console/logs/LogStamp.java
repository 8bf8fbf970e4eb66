package dev.sluice.console.logs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a line begins with. One that names no offset is of UTC, as the scoring server's are.
 *
 * @param rest the line without it
 */
record LogStamp(Instant at, String rest) {

    /** As the scoring server and Python's logging write it, gunicorn in brackets, TensorFlow with a colon. */
    private static final Pattern FULL = Pattern.compile("\\[?(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}:\\d{2})"
            + "(?:[.,](\\d{1,9}))?(?: ?(Z|[+-]\\d{2}:?\\d{2}))?[\\]:]?(?=\\s|$) ?");

    /** As Triton writes it, behind the letter of the level: {@code I0301 12:00:00.123456 1 server.cc:592] ...}. */
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("([IWEF])(\\d{2})(\\d{2}) (\\d{2}:\\d{2}:\\d{2})\\.(\\d{1,9}) +(?=\\d)");

    /** So much may a server's clock be ahead, or its zone be another one. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** @param now a time that names no year was before it */
    static Optional<LogStamp> of(String line, Instant now) {
        var full = FULL.matcher(line);
        var withoutYear = WITHOUT_YEAR.matcher(line);
        try {
            if (full.lookingAt()) {
                return Optional.of(new LogStamp(time(full), line.substring(full.end())));
            }
            if (withoutYear.lookingAt()) {
                var rest = withoutYear.group(1) + " " + line.substring(withoutYear.end());
                return Optional.of(new LogStamp(time(withoutYear, now), rest));
            }
        } catch (DateTimeException onlyLooksLikeOne) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Instant time(Matcher full) {
        var fraction = full.group(3) == null ? "" : "." + full.group(3);
        var offset = full.group(4) == null ? ZoneOffset.UTC : ZoneOffset.of(full.group(4));
        return LocalDateTime.parse(full.group(1) + "T" + full.group(2) + fraction)
                .toInstant(offset);
    }

    private static Instant time(Matcher withoutYear, Instant now) {
        var day = "-%s-%sT".formatted(withoutYear.group(2), withoutYear.group(3));
        var time = day + withoutYear.group(4) + "." + withoutYear.group(5);
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        var at = LocalDateTime.parse(year + time).toInstant(ZoneOffset.UTC);
        return at.isAfter(now.plus(AHEAD))
                ? LocalDateTime.parse((year - 1) + time).toInstant(ZoneOffset.UTC)
                : at;
    }
}
