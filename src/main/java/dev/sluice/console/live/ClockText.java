package dev.sluice.console.live;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the wall clock shows them, in the user's zone. */
record ClockText(ZoneId zone) {

    private static final double DAY = 86_400;
    private static final double SECONDS_MATTER_BELOW = 600;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT);
    private static final DateTimeFormatter FILE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** {@code 14:05:30}, of seconds since 1970. */
    String time(double seconds) {
        return write(TIME, seconds);
    }

    /** As short as an axis over so many seconds can do with. */
    String mark(double seconds, double range) {
        return write(range > DAY ? DAYS : range > SECONDS_MATTER_BELOW ? MINUTES : TIME, seconds);
    }

    /** To the second, with its day where the time alone says not enough: among moments of so many seconds. */
    String moment(double seconds, double range) {
        return range > DAY ? day(seconds) + " " + time(seconds) : time(seconds);
    }

    /** {@code 1 Mar 2026}. */
    String day(double seconds) {
        return write(DATE, seconds);
    }

    /** For the name of a file: {@code 20260301-140530}. */
    String file(double seconds) {
        return write(FILE, seconds);
    }

    /** With its offset from UTC: {@code 2026-03-01T14:05:30+01:00}. */
    String exact(double seconds) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(seconds).atZone(zone));
    }

    private String write(DateTimeFormatter format, double seconds) {
        return format.format(at(seconds).atZone(zone));
    }

    private static Instant at(double seconds) {
        return Instant.ofEpochSecond(Math.round(seconds));
    }
}
