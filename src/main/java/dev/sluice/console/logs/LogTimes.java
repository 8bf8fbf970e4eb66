package dev.sluice.console.logs;

import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the times of lines are shown. */
enum LogTimes {
    LOCAL("logs.times.local"),
    UTC("logs.times.utc"),
    RELATIVE("logs.times.relative"),
    NONE("logs.times.none");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final String key;

    LogTimes(String key) {
        this.key = key;
    }

    /** The key of its name. */
    String key() {
        return key;
    }

    /** With the day where it is not today. */
    String text(Instant at, Clock clock) {
        return switch (this) {
            case LOCAL -> text(at, clock.instant(), clock.getZone());
            case UTC -> text(at, clock.instant(), ZoneOffset.UTC);
            case RELATIVE -> Messages.of("logs.times.ago", Elapsed.text(Duration.between(at, clock.instant())));
            case NONE -> "";
        };
    }

    private static String text(Instant at, Instant now, ZoneId zone) {
        var time = at.atZone(zone);
        boolean today = time.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TIME : DAY_AND_TIME).format(time);
    }
}
