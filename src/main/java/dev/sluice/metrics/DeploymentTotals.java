package dev.sluice.metrics;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that one deployment ever did, live and pinned requests apart from mirrored copies; or, as a difference, what it
 * did in an interval. The durations come in when the meter is drained, so they may be a second behind the counts.
 *
 * @param requests how often each pair of statuses came, for every kind
 * @param live how long the requests took that clients made, by traffic rules or pinned
 * @param mirrored how long the copies took that it got as a shadow
 * @param collection what was kept of requests and answers
 */
public record DeploymentTotals(
        Map<RequestKind, Map<Statuses, Long>> requests,
        Durations live,
        Durations mirrored,
        CollectionTotals collection) {

    public static final DeploymentTotals NONE = new DeploymentTotals(
            Map.of(RequestKind.TRAFFIC, Map.of(), RequestKind.PINNED, Map.of(), RequestKind.MIRRORED, Map.of()),
            Durations.NONE,
            Durations.NONE,
            CollectionTotals.NONE);

    public DeploymentTotals {
        requests = Map.copyOf(requests);
    }

    /** What has come since {@code earlier}, which is of the same meter; statuses that came before are there with 0. */
    public DeploymentTotals since(DeploymentTotals earlier) {
        var more = requests.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Counts.since(
                                entry.getValue(), earlier.requests.getOrDefault(entry.getKey(), Map.of()))));
        return new DeploymentTotals(
                more, live.since(earlier.live), mirrored.since(earlier.mirrored), collection.since(earlier.collection));
    }
}
