package dev.sluice.metrics;

import java.time.Duration;
import java.util.Collection;

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

    /** Of several intervals, as if they were one. */
    public static Interval merged(Collection<Interval> parts) {
        return new Interval(
                Tally.merged(parts.stream().map(Interval::live).toList()),
                Tally.merged(parts.stream().map(Interval::mirrored).toList()),
                parts.stream().map(Interval::work).reduce(Work.NONE, Work::and));
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

        Work and(Work more) {
            return new Work(done + more.done, busy.plus(more.busy));
        }
    }

    /**
     * Answers by class of the model's status, and the times to the last byte of those that succeeded.
     *
     * @param byTraffic how many of the requests were chosen by the split; the others were pinned
     */
    public record Tally(long requests, long byTraffic, long clientErrors, long serverErrors, Latencies latencies) {

        public static final Tally EMPTY = new Tally(0, 0, 0, 0, Latencies.NONE);

        static Tally merged(Collection<Tally> parts) {
            return new Tally(
                    parts.stream().mapToLong(Tally::requests).sum(),
                    parts.stream().mapToLong(Tally::byTraffic).sum(),
                    parts.stream().mapToLong(Tally::clientErrors).sum(),
                    parts.stream().mapToLong(Tally::serverErrors).sum(),
                    Latencies.merged(parts.stream().map(Tally::latencies).toList()));
        }

        public long succeeded() {
            return latencies.count();
        }

        public long failed() {
            return clientErrors + serverErrors;
        }

        /** Zero if nothing succeeded, like the others. */
        public Duration p50() {
            return latencies.p50();
        }

        public Duration p95() {
            return latencies.p95();
        }

        public Duration p99() {
            return latencies.p99();
        }
    }
}
