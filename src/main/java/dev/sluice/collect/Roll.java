package dev.sluice.collect;

import dev.sluice.domain.DataCollection.Rolling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The folder of the records of one span of time, by UTC as in the cloud: {@code 2026/11/26/05} for an hour. Pure. */
final class Roll {

    private Roll() {}

    static String folder(Rolling rolling, Instant time) {
        var pattern = switch (rolling) {
            case YEAR -> "yyyy";
            case MONTH -> "yyyy/MM";
            case DAY -> "yyyy/MM/dd";
            case HOUR -> "yyyy/MM/dd/HH";
            case MINUTE -> "yyyy/MM/dd/HH/mm";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time.atOffset(ZoneOffset.UTC));
    }
}
