package dev.sluice.reconcile;

import java.time.Duration;
import java.time.Instant;

/** How long to hold back after failures in a row: 1 s, doubled each time, at most 30 s; a minute of calm forgives all. */
record BackOff(int failures, Instant last) {

    static final BackOff NONE = new BackOff(0, Instant.EPOCH);
    private static final Duration CALM = Duration.ofMinutes(1);
    private static final long LONGEST_SECONDS = 30;

    BackOff failedAt(Instant now) {
        boolean calm = Duration.between(last, now).compareTo(CALM.plus(delay())) > 0;
        return new BackOff(calm ? 1 : failures + 1, now);
    }

    Duration delay() {
        return failures == 0
                ? Duration.ZERO
                : Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.min(5, failures - 1)));
    }

    boolean allows(Instant now) {
        return !now.isBefore(last.plus(delay()));
    }
}
