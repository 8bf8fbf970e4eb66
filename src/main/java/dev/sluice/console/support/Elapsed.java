package dev.sluice.console.support;

import java.time.Duration;

/** Spans of time as people read them. */
public final class Elapsed {

    private Elapsed() {}

    /** {@code 0.4 s}, {@code 12 s}, {@code 2 min 5 s}, {@code 3 h 10 min}, {@code 4 d 2 h}; never less than zero. */
    public static String text(Duration span) {
        var millis = Math.max(0, span.toMillis());
        var seconds = millis / 1000;
        if (seconds < 10) {
            return Messages.of("elapsed.tenths", seconds, millis % 1000 / 100);
        }
        if (seconds < 60) {
            return Messages.of("elapsed.seconds", seconds);
        }
        if (seconds < 3600) {
            return Messages.of("elapsed.minutes", seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? Messages.of("elapsed.hours", seconds / 3600, seconds % 3600 / 60)
                : Messages.of("elapsed.days", seconds / 86_400, seconds % 86_400 / 3600);
    }
}
