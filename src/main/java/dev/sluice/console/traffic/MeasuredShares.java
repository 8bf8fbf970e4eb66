package dev.sluice.console.traffic;

import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.OptionalDouble;

/**
 * Who answered the last minute's requests that went by the traffic rules. Pinned requests and mirrored copies do not
 * count: the split did not choose them.
 */
final class MeasuredShares {

    static final Duration SPAN = Duration.ofMinutes(1);

    private final ArrayDeque<TrafficSample> minute = new ArrayDeque<>();

    void add(TrafficSample sample) {
        minute.add(sample);
        Instant oldest = sample.at().minus(SPAN);
        while (!minute.isEmpty() && !minute.peek().at().isAfter(oldest)) {
            minute.remove();
        }
    }

    void clear() {
        minute.clear();
    }

    /** The share of {@code name} in percent; empty when there were no requests. */
    OptionalDouble of(DeploymentName name) {
        long all = total();
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * count(name) / all);
    }

    /** How many requests a second went by the traffic rules; 0 before the first sample. */
    double requestsPerSecond() {
        return minute.isEmpty() ? 0 : (double) total() / minute.size();
    }

    private long total() {
        return minute.stream()
                .flatMap(sample -> sample.deployments().values().stream())
                .mapToLong(interval -> interval.live().byTraffic())
                .sum();
    }

    private long count(DeploymentName name) {
        return minute.stream()
                .filter(sample -> sample.deployments().containsKey(name))
                .mapToLong(sample -> sample.deployments().get(name).live().byTraffic())
                .sum();
    }
}
