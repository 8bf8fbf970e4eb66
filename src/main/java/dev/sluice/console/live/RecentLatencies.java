package dev.sluice.console.live;

import dev.sluice.control.TrafficSample;
import dev.sluice.metrics.Latencies;
import dev.sluice.metrics.LatencySum;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the latencies of one deployment in one of its roles are told by, one sample after the other: those of the sample and
 * of as many before it as it takes to have {@value Percentiles#ENOUGH}, but of no more than ten seconds. A second has seldom
 * enough of its own for a percentile that says much. For one thread.
 *
 * <p>A sample without any stands between its neighbours as long as that may be chance, which it is up to the moment when
 * {@value #MOST_MISSED} requests should have come by the rate until then: fewer than one time in a hundred would so many stay
 * away by chance. From there on it is a gap, and what came before it is told no more. So rare requests have a line, and a
 * deployment that gets nothing has none.
 */
final class RecentLatencies {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int MOST_MISSED = 5;

    private final LatencySum sum = new LatencySum();
    private final Deque<Part> parts = new ArrayDeque<>();
    private int empty;
    private Duration measured = Duration.ZERO;

    /** A sample's own. */
    private record Part(Instant end, Duration measured, Latencies latencies) {

        Instant middle() {
            return end.minus(measured.dividedBy(2));
        }

        long count() {
            return latencies.count();
        }
    }

    /** With those of the next sample. */
    Percentiles and(TrafficSample sample, Latencies own) {
        if (own.count() == 0 && parts.isEmpty()) {
            return Percentiles.NONE;
        }
        add(new Part(sample.at(), sample.covered(), own));
        while (isNeedless(parts.element(), sample.at())) {
            removeOldest();
        }
        if (areMissing()) {
            clear();
        }
        return Percentiles.of(sum, measured);
    }

    private void add(Part newest) {
        parts.add(newest);
        sum.add(newest.latencies());
        measured = measured.plus(newest.measured());
        empty = newest.count() == 0 ? empty + 1 : 0;
    }

    private boolean isNeedless(Part oldest, Instant now) {
        return parts.size() > 1
                && (sum.count() - oldest.count() >= Percentiles.ENOUGH
                        || oldest.middle().isBefore(now.minus(LONGEST)));
    }

    /** Whether requests stay away that should have come. */
    private boolean areMissing() {
        return empty > 0 && sum.count() * empty >= (long) MOST_MISSED * (parts.size() - empty);
    }

    private void clear() {
        while (!parts.isEmpty()) {
            removeOldest();
        }
        empty = 0;
    }

    private void removeOldest() {
        var oldest = parts.remove();
        sum.subtract(oldest.latencies());
        measured = measured.minus(oldest.measured());
    }
}
