package dev.sluice.console.overview;

import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.Interval;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** How many requests a second deployments got lately: over the last seconds, ten at most. For the UI thread only. */
final class Rates {

    private static final int SECONDS = 10;

    private final ArrayDeque<TrafficSample> newest = new ArrayDeque<>();

    void add(List<TrafficSample> samples) {
        newest.addAll(samples);
        while (newest.size() > SECONDS) {
            newest.removeFirst();
        }
    }

    /** Over how many seconds; 0 as long as nothing was measured. */
    int seconds() {
        return newest.size();
    }

    /** Requests of callers, pinned ones included; empty as long as nothing was measured. */
    OptionalDouble ofCallers(DeploymentName name) {
        return perSecond(name, interval -> interval.live().requests());
    }

    /** Requests of callers that name it; what the traffic rules gave it before they were changed is not among them. */
    OptionalDouble ofPinned(DeploymentName name) {
        return perSecond(
                name, interval -> interval.live().requests() - interval.live().byTraffic());
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
