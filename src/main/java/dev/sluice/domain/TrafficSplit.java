package dev.sluice.domain;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How live requests are shared out among an endpoint's deployments. A deployment without a share is not in the map, as
 * in the cloud's stored {@code traffic} (reference 0.6).
 *
 * <p>A split is a value: changing a share makes a new split. Any combination of shares can be held, so that an editor
 * can pass through half-finished states; {@link #problems} says whether it may be applied.
 */
public record TrafficSplit(SortedMap<DeploymentName, Percent> shares) {

    /** No live traffic: requests that name no deployment are answered 404. */
    public static final TrafficSplit NONE = new TrafficSplit(new TreeMap<>());

    public TrafficSplit {
        var positive = new TreeMap<>(shares);
        positive.values().removeIf(Percent.ZERO::equals);
        shares = Collections.unmodifiableSortedMap(positive);
    }

    public static TrafficSplit of(Map<DeploymentName, Percent> shares) {
        return new TrafficSplit(new TreeMap<>(shares));
    }

    public static TrafficSplit allTo(DeploymentName name) {
        return NONE.with(name, Percent.ALL);
    }

    public TrafficSplit with(DeploymentName name, Percent share) {
        var changed = new TreeMap<>(shares);
        changed.put(name, share);
        return new TrafficSplit(changed);
    }

    public Percent shareOf(DeploymentName name) {
        return shares.getOrDefault(name, Percent.ZERO);
    }

    public int total() {
        return shares.values().stream().mapToInt(Percent::value).sum();
    }

    /**
     * Why this split cannot be applied to an endpoint with these deployments (reference 2.2); none if it can. Names that
     * nobody bears come first: they are the usual reason for a wrong total.
     */
    public List<Problem> problems(Set<DeploymentName> existing) {
        var problems = new ArrayList<Problem>();
        shares.keySet().stream()
                .filter(name -> !existing.contains(name))
                .forEach(name -> problems.add(unknown("traffic." + name, name, existing)));
        int total = total();
        if (total != 0 && total != 100) {
            problems.add(Problem.of(
                    Problem.Code.TRAFFIC_TOTAL,
                    "traffic",
                    "the shares must add up to 0 or 100; they add up to " + total,
                    total < 100
                            ? "give the remaining " + (100 - total) + " % to one of the deployments"
                            : "take " + (total - 100) + " % away"));
        }
        return List.copyOf(problems);
    }

    static Problem unknown(String path, DeploymentName name, Set<DeploymentName> existing) {
        var known = existing.stream().map(DeploymentName::text).sorted().collect(joining(", "));
        return Problem.of(
                Problem.Code.UNKNOWN_DEPLOYMENT,
                path,
                "there is no deployment called " + name,
                known.isEmpty() ? "create a deployment first" : "choose one of " + known);
    }

    @Override
    public String toString() {
        return shares.isEmpty()
                ? "no live traffic"
                : shares.entrySet().stream()
                        .map(share -> share.getKey() + "=" + share.getValue().value())
                        .collect(joining(" "));
    }
}
