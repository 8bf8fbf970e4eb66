package dev.sluice.router.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends what takes too long, within {@value #SHORTEST_MILLIS} ms of its deadline. A timer of its own for each request
 * would cost more than all else that is done for it; a list that is looked through at each tick costs next to nothing.
 * Ticks are the rarer the farther off the next deadline is: each wakes a thread, and with it takes a processor from
 * somebody. For one event loop only.
 */
final class Deadlines {

    private static final int SHORTEST_MILLIS = 10;
    private static final int LONGEST_MILLIS = 250;

    /** Something that must be over by a certain time. It is its own list node, so that watching allocates nothing. */
    abstract static class Timed {
        private long deadline;
        private boolean watched;
        private @Nullable Timed before;
        private @Nullable Timed after;

        /** The time is up; it is not watched any more. */
        abstract void expire();
    }

    private final Alarm alarm;
    private final LongSupplier nanos;
    private final List<Timed> due = new ArrayList<>();
    private @Nullable Timed first;
    private boolean ticking;
    private long nextTick;

    Deadlines(Alarm alarm, LongSupplier nanos) {
        this.alarm = alarm;
        this.nanos = nanos;
    }

    /** @param deadline on the scale of the clock this was made with */
    void watch(Timed timed, long deadline) {
        timed.deadline = deadline;
        timed.watched = true;
        timed.after = first;
        if (first != null) {
            first.before = timed;
        }
        first = timed;
        if (!ticking || deadline - nextTick < 0) {
            long now = nanos.getAsLong();
            tickBy(now, deadline - now);
        }
    }

    /** No effect if it is not watched. */
    void forget(Timed timed) {
        if (!timed.watched) {
            return;
        }
        timed.watched = false;
        if (timed.before != null) {
            timed.before.after = timed.after;
        } else {
            first = timed.after;
        }
        if (timed.after != null) {
            timed.after.before = timed.before;
        }
        timed.before = null;
        timed.after = null;
    }

    /** Sees to a tick as soon as {@code left} nanoseconds are over; one that is planned already is passed over. */
    private void tickBy(long now, long left) {
        long millis = Math.min(LONGEST_MILLIS, Math.max(SHORTEST_MILLIS, TimeUnit.NANOSECONDS.toMillis(left) + 1));
        long planned = now + TimeUnit.MILLISECONDS.toNanos(millis);
        ticking = true;
        nextTick = planned;
        alarm.after((int) millis, () -> {
            if (ticking && nextTick == planned) {
                tick();
            }
        });
    }

    private void tick() {
        try {
            endWhatIsDue(nanos.getAsLong());
        } finally {
            // Whatever one of them throws, the others' deadlines hold.
            due.clear();
            ticking = false;
            if (first != null) {
                long now = nanos.getAsLong();
                tickBy(now, untilFirst(now));
            }
        }
    }

    /** How long it is until the first deadline of all. */
    private long untilFirst(long now) {
        long left = Long.MAX_VALUE;
        for (var timed = first; timed != null; timed = timed.after) {
            left = Math.min(left, timed.deadline - now);
        }
        return left;
    }

    private void endWhatIsDue(long now) {
        for (var timed = first; timed != null; timed = timed.after) {
            if (timed.deadline - now <= 0) {
                due.add(timed);
            }
        }
        for (var timed : due) {
            // What expired before it may have ended this one too.
            if (timed.watched) {
                forget(timed);
                timed.expire();
            }
        }
    }
}
