package dev.sluice.metrics;

import dev.sluice.domain.DeploymentName;
import java.util.Optional;
import java.util.Set;
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
    private volatile Comparison comparison = Comparison.none();
    private final AtomicLong sampled = new AtomicLong();
    private final AtomicLong[] outcomes = new AtomicLong[Outcome.values().length];

    /** @param versions of the deployments that are compared */
    private record Comparison(Set<String> versions, AgreementMeter meter) {

        static Comparison none() {
            return new Comparison(Set.of(), new AgreementMeter(Optional.empty()));
        }
    }

    public MirrorMeter() {
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = new AtomicLong();
        }
    }

    /** What the shadow said to the newest copies. */
    public ShadowAnswers answers() {
        return answers;
    }

    /** How far the shadow's answers agree with the live ones. */
    public AgreementMeter agreement() {
        return comparison.meter();
    }

    /**
     * What is compared from now on. Numbers of other versions say nothing about these: with others it begins anew. By one
     * thread at a time.
     *
     * @param versions of the live deployments and the shadow
     */
    public void compare(DeploymentName shadow, Set<String> versions) {
        if (!comparison.versions().equals(versions)) {
            comparison = new Comparison(Set.copyOf(versions), new AgreementMeter(Optional.of(shadow)));
        }
    }

    /** What was found stands as long as all versions that it is about are there. By one thread at a time. */
    public void forgetUnlessThereAre(Set<String> versions) {
        if (!versions.containsAll(comparison.versions())) {
            comparison = Comparison.none();
        }
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
