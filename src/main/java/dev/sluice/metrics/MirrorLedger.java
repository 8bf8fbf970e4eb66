package dev.sluice.metrics;

/**
 * What became of every request that was chosen to be copied. At rest {@code sampled} equals the sum of the others
 * without {@code inFlight}.
 */
public record MirrorLedger(
        long sampled,
        long answered,
        long failed,
        long timedOut,
        long reset,
        long droppedQueue,
        long droppedSize,
        long inFlight) {

    public static final MirrorLedger EMPTY = new MirrorLedger(0, 0, 0, 0, 0, 0, 0, 0);

    public boolean balances() {
        return sampled == answered + failed + timedOut + reset + droppedQueue + droppedSize + inFlight;
    }
}
