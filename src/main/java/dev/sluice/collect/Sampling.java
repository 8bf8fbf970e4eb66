package dev.sluice.collect;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Says of each next request whether it is kept: of any requests in a row as many as the rate says, evenly spread, as
 * the split and the mirror do it. Lock-free; safe from any thread.
 */
final class Sampling {

    private static final long PARTS = 1_000_000;

    private final long parts;
    private final AtomicLong ticket = new AtomicLong();

    /** @param rate from 0 to 1; what is not nothing is at least a millionth */
    Sampling(double rate) {
        parts = rate > 0 ? Math.max(1, Math.round(rate * PARTS)) : 0;
    }

    boolean samplesNext() {
        long before = ticket.getAndIncrement() * parts;
        return (before + parts) / PARTS > before / PARTS;
    }
}
