package dev.sluice.metrics;

import java.time.Duration;

/**
 * What one deployment did in an interval, live and pinned requests apart from mirrored copies.
 *
 * @param live counts and latencies of what clients asked for, by traffic rules or pinned
 * @param mirrored counts and latencies of the copies it got as a shadow
 * @param work how long its instances were at it, for requests of all kinds
 */
public record Interval(Tally live, Tally mirrored, Work work) {

    public static final Interval EMPTY = new Interval(Tally.EMPTY, Tally.EMPTY);

    /** Without knowing how long instances were at it. */
    public Interval(Tally live, Tally mirrored) {
        this(live, mirrored, Work.NONE);
    }

    /**
     * What instances were busy with, whatever came of it. The time that requests stood in line is not in it, so it tells
     * what a deployment can take also while it is overloaded.
     *
     * @param done how many requests gave a place at an instance back
     * @param busy how long they had held their places, all together
     */
    public record Work(long done, Duration busy) {

        public static final Work NONE = new Work(0, Duration.ZERO);
    }

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
