package dev.sluice.control;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Usage;
import dev.sluice.metrics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured of an endpoint in the time that ended at {@code at}: a second, or several that were merged.
 *
 * @param resolution how finely it was asked for
 * @param covered how much of that time was measured; a count divided by it is a rate
 * @param routing in force at the end
 * @param deployments what each did
 * @param instances what each instance took of the computer, those that are known
 * @param changes that came in that time, oldest first; of very many the newest
 */
public record TrafficSample(
        Instant at,
        Resolution resolution,
        Duration covered,
        Routing routing,
        SortedMap<DeploymentName, Interval> deployments,
        List<InstanceUsage> instances,
        List<Change> changes) {

    private static final int MOST_CHANGES = 100;

    /** What one instance takes of the computer. */
    public record InstanceUsage(DeploymentName deployment, String instance, Usage usage) {}

    public TrafficSample {
        if (covered.isNegative() || covered.isZero()) {
            throw new IllegalArgumentException("a sample of no time");
        }
        deployments = Collections.unmodifiableSortedMap(new TreeMap<>(deployments));
        instances = List.copyOf(instances);
        changes = List.copyOf(changes.subList(Math.max(0, changes.size() - MOST_CHANGES), changes.size()));
    }

    /** A second of requests, of which nothing else is known. */
    public TrafficSample(Instant at, SortedMap<DeploymentName, Interval> deployments) {
        this(at, Resolution.SECOND, Resolution.SECOND.length(), Routing.CLOSED, deployments, List.of(), List.of());
    }

    /** Several, oldest first, as if they were one. Latencies are merged; of memory the most is kept. */
    static TrafficSample merged(Resolution resolution, List<TrafficSample> parts) {
        var newest = parts.get(parts.size() - 1);
        var intervals = new TreeMap<DeploymentName, List<Interval>>();
        var usages = new TreeMap<String, List<InstanceUsage>>();
        var changes = new ArrayList<Change>();
        var covered = Duration.ZERO;
        for (var part : parts) {
            part.deployments.forEach((name, interval) ->
                    intervals.computeIfAbsent(name, none -> new ArrayList<>()).add(interval));
            part.instances.forEach(one -> usages.computeIfAbsent(one.instance(), none -> new ArrayList<>())
                    .add(one));
            changes.addAll(part.changes);
            covered = covered.plus(part.covered);
        }
        var deployments = new TreeMap<DeploymentName, Interval>();
        intervals.forEach((name, some) -> deployments.put(name, Interval.merged(some)));
        return new TrafficSample(
                newest.at,
                resolution,
                covered,
                newest.routing,
                deployments,
                usages.values().stream().map(TrafficSample::overall).toList(),
                changes);
    }

    private static InstanceUsage overall(List<InstanceUsage> parts) {
        var any = parts.get(0);
        double cores = parts.stream()
                .mapToDouble(part -> part.usage().cores())
                .average()
                .orElse(0);
        long most = parts.stream()
                .mapToLong(part -> part.usage().memoryBytes())
                .max()
                .orElse(0);
        return new InstanceUsage(any.deployment(), any.instance(), new Usage(cores, most));
    }
}
