package dev.sluice.console.live;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the wall clock shows them, in the user's zone. */
record ClockText(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** {@code 14:05:30}, of seconds since 1970. */
    String time(double seconds) {
        return TIME.format(Instant.ofEpochSecond(Math.round(seconds)).atZone(zone));
    }
}
