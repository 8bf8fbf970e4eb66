package dev.sluice.metrics;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what becomes of the copies of one endpoint's requests. Every sampled copy ends in exactly one outcome. */
public final class MirrorMeter {

    /** How a copy ended. */
    public enum Outcome {
        ANSWERED,
        FAILED,
        TIMED_OUT,
        RESET,
        DROPPED_QUEUE,
        DROPPED_SIZE
    }

    private final ShadowAnswers answers = new ShadowAnswers();
    private final AtomicLong sampled = new AtomicLong();
    private final AtomicLong[] outcomes = new AtomicLong[Outcome.values().length];

    public MirrorMeter() {
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = new AtomicLong();
        }
    }

    /** What the shadow said to the newest copies. */
    public ShadowAnswers answers() {
        return answers;
    }

    public void sampled() {
        sampled.incrementAndGet();
    }

    public void ended(Outcome outcome) {
        outcomes[outcome.ordinal()].incrementAndGet();
    }

    public MirrorLedger ledger() {
        // Outcomes before samples: a copy that ends meanwhile is seen as in flight, never as ended but not sampled.
        long answered = count(Outcome.ANSWERED);
        long failed = count(Outcome.FAILED);
        long timedOut = count(Outcome.TIMED_OUT);
        long reset = count(Outcome.RESET);
        long queue = count(Outcome.DROPPED_QUEUE);
        long size = count(Outcome.DROPPED_SIZE);
        long all = sampled.get();
        return new MirrorLedger(
                all,
                answered,
                failed,
                timedOut,
                reset,
                queue,
                size,
                all - answered - failed - timedOut - reset - queue - size);
    }

    private long count(Outcome outcome) {
        return outcomes[outcome.ordinal()].get();
    }
}
