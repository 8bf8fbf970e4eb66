package dev.sluice.bench;

import dev.sluice.metrics.MirrorLedger;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What one {@link Fault} of the shadow did to live requests, and what became of the copies. */
record Harm(Fault fault, List<Pair> pairs, MirrorLedger ledger) {

    /** The bodies that copies may hold, which are outside the heap, and as much again for all that goes with them. */
    static final long HEAP_CAP = 64L << 20;

    private static final double LEAST_ADDED_MICROS = 1000;
    private static final double LEAST_ADDED_SHARE = 0.05;

    Harm {
        pairs = List.copyOf(pairs);
    }

    Spread of(ToDoubleFunction<Pair> number) {
        return Spread.of(pairs.stream().map(number::applyAsDouble).toList());
    }

    long liveErrors() {
        return pairs.stream()
                .mapToLong(pair -> pair.with().errors() + pair.without().errors())
                .sum();
    }

    long heapGrowth() {
        return pairs.stream().mapToLong(Pair::heapGrowth).max().orElse(0);
    }

    /** At rest: nothing is in flight, each picked request is in one column, and as many were picked as should be. */
    boolean balances() {
        long mirrored = pairs.stream().mapToLong(pair -> pair.with().requests()).sum();
        boolean isExact = Math.abs(ledger.sampled() * 100 - mirrored * MirrorProcess.SHARE) < 100L * pairs.size();
        long ended = ledger.answered()
                + ledger.failed()
                + ledger.timedOut()
                + ledger.reset()
                + ledger.droppedQueue()
                + ledger.droppedSize();
        return ledger.sampled() == ended && isExact;
    }

    /** Of all runs without the mirror taken together: the percentile of a short run alone hangs on a dozen requests. */
    double p99Without() {
        return p99(Pair::without);
    }

    /** Of all runs with the mirror taken together. */
    double p99With() {
        return p99(Pair::with);
    }

    /** What the mirror adds to the p99 is within max(1 ms, 5 %). */
    boolean isWithinLimit() {
        return p99With() - p99Without() <= Math.max(LEAST_ADDED_MICROS, LEAST_ADDED_SHARE * p99Without());
    }

    private double p99(Function<Pair, Tally> kind) {
        return pairs.stream().map(kind).reduce(Tally.none(), Tally::and).p99Micros();
    }

    boolean passes() {
        return isWithinLimit() && liveErrors() == 0 && heapGrowth() <= HEAP_CAP && balances();
    }
}
