package dev.sluice.console.overview;

import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.Interval;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** How many requests a second deployments got lately: over the last ten seconds. For the UI thread only. */
final class Rates {

    private static final int SECONDS = 10;

    private final ArrayDeque<TrafficSample> newest = new ArrayDeque<>();

    void add(List<TrafficSample> samples) {
        newest.addAll(samples);
        while (newest.size() > SECONDS) {
            newest.removeFirst();
        }
    }

    /** Requests of callers, pinned ones included; empty as long as nothing was measured. */
    OptionalDouble ofCallers(DeploymentName name) {
        return perSecond(name, interval -> interval.live().requests());
    }

    /** Copies that it gets as a shadow; empty as long as nothing was measured. */
    OptionalDouble ofCopies(DeploymentName name) {
        return perSecond(name, interval -> interval.mirrored().requests());
    }

    private OptionalDouble perSecond(DeploymentName name, ToLongFunction<Interval> count) {
        long all = newest.stream()
                .mapToLong(sample -> count.applyAsLong(sample.deployments().getOrDefault(name, Interval.EMPTY)))
                .sum();
        return newest.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) all / newest.size());
    }
}
