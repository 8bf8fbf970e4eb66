package dev.sluice.router;

import dev.sluice.domain.BandwidthLimit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells each part of what passes through an endpoint how long it has to wait, so that over any time no more gets through
 * than a steady rate and one burst: first come, first served, and nobody is refused. Lock-free; safe from any thread.
 *
 * <p>One number is all there is to keep: the instant at which everything let in so far would have passed at the steady
 * rate. Each part moves it on by its own time, and may pass once it is no further ahead than the burst. This is the
 * virtual scheduling of ITU-T I.371. A part that is longer than the burst passes whole, when the time for all of it but
 * the burst is over; what was given back is not counted, so that as much again may pass beside those who had come behind
 * it.
 */
public final class Bandwidth {

    /** Nobody waits. */
    public static final Bandwidth UNLIMITED = new Bandwidth(0, 0);

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** No debt is longer, in nanoseconds: about 30 years, so that sums and differences stay within a long. */
    private static final long LONGEST_DEBT = 1_000_000_000_000_000_000L;

    private static final long UNUSED = Long.MIN_VALUE;

    private final long bytesPerSecond;
    private final long burst;
    private final AtomicLong allPassed = new AtomicLong(UNUSED);

    /** @param burst how long, in nanoseconds, the rate's worth may come at once */
    private Bandwidth(long bytesPerSecond, long burst) {
        this.bytesPerSecond = bytesPerSecond;
        this.burst = burst;
    }

    /** A burst is what may pass in a second: who stays below the limit in every second is never held up. */
    public static Bandwidth of(BandwidthLimit limit) {
        return limit instanceof BandwidthLimit.PerSecond most ? new Bandwidth(most.bytes(), SECOND) : UNLIMITED;
    }

    /** @param burstBytes what may come at once after a while without traffic, from 0 */
    public static Bandwidth of(BandwidthLimit.PerSecond limit, int burstBytes) {
        return new Bandwidth(limit.bytes(), nanosFor(burstBytes, limit.bytes()));
    }

    public boolean isLimited() {
        return bytesPerSecond > 0;
    }

    /**
     * Takes the next place for {@code bytes}.
     *
     * @param now on the scale of {@link System#nanoTime}, the same clock at every call
     * @return how many nanoseconds they have to wait from {@code now} on; 0 if they may pass at once
     */
    public long reserve(int bytes, long now) {
        if (!isLimited()) {
            return 0;
        }
        long time = nanosFor(bytes, bytesPerSecond);
        while (true) {
            long before = allPassed.get();
            long debt = before == UNUSED ? 0 : Math.max(0, before - now);
            long after = Math.min(LONGEST_DEBT, debt + time);
            if (allPassed.compareAndSet(before, now + after)) {
                return Math.max(0, after - burst);
            }
        }
    }

    /** Reserved bytes will not pass after all: those who come from now on need not wait for them. */
    public void giveBack(int bytes) {
        if (isLimited()) {
            allPassed.addAndGet(-nanosFor(bytes, bytesPerSecond));
        }
    }

    /** Rounded up: rounding down would let a stream of single bytes through for nothing. */
    private static long nanosFor(int bytes, long bytesPerSecond) {
        return (bytes * SECOND + bytesPerSecond - 1) / bytesPerSecond;
    }
}
