package dev.sluice.metrics;

import java.time.Duration;

/**
 * What one deployment did in an interval, live and pinned requests apart from mirrored copies.
 *
 * @param live counts and latencies of what clients asked for, by traffic rules or pinned
 * @param mirrored counts and latencies of the copies it got as a shadow
 */
public record Interval(Tally live, Tally mirrored) {

    public static final Interval EMPTY = new Interval(Tally.EMPTY, Tally.EMPTY);

    /**
     * Answers by class of the model's status, and percentiles of the time to the last byte of those that succeeded.
     * Percentiles are zero when nothing succeeded.
     *
     * @param byTraffic how many of the requests were chosen by the split; the others were pinned
     */
    public record Tally(
            long requests,
            long byTraffic,
            long succeeded,
            long clientErrors,
            long serverErrors,
            Duration p50,
            Duration p95,
            Duration p99) {

        public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        public long failed() {
            return clientErrors + serverErrors;
        }
    }
}
