package dev.sluice.console.traffic;

import static java.util.Comparator.comparingInt;

import dev.sluice.console.support.routing.AllTo;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Target;
import dev.sluice.domain.TrafficSplit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is given all live traffic when a rollout must end at once: where it began, as the journal tells it, so that every window
 * says the same, also one that was opened in its midst. If nobody is known to have had all, or that one cannot take it, whoever
 * can and has most of it. For the UI thread only.
 */
final class Retreat {

    /** By the journal, which is the authority, and until it has been read by what was seen here. */
    private final Map<EndpointName, RolloutPath> told = new HashMap<>();

    private final Map<EndpointName, RolloutPath> seen = new HashMap<>();
    private long read;

    /** Takes in how the traffic is split now. */
    void watch(Fleet fleet) {
        seen.keySet().removeIf(name -> fleet.endpoint(name).isEmpty());
        fleet.endpoints()
                .forEach(endpoint -> seen.merge(
                        endpoint.spec().name(),
                        RolloutPath.UNKNOWN.to(split(endpoint)),
                        (path, now) -> existing(path, endpoint).to(split(endpoint))));
    }

    /** Takes in what the journal tells, oldest first; what it tells again is not news. */
    void read(List<Activity> entries) {
        for (var entry : entries) {
            if (entry.number() > read) {
                read = entry.number();
                entry.deed().target().endpoint().ifPresent(name -> read(name, entry));
            }
        }
    }

    private void read(EndpointName name, Activity entry) {
        boolean holds = entry.verdict() == Verdict.APPLIED || entry.verdict() == Verdict.DONE;
        if (holds) {
            told.merge(name, after(RolloutPath.UNKNOWN, entry.deed()), (path, first) -> after(path, entry.deed()));
        }
    }

    private static RolloutPath after(RolloutPath path, Deed deed) {
        var way = path;
        for (var facet : List.of(deed.before(), deed.after())) {
            way = facet.routed().map(Routing::traffic).map(way::to).orElse(way);
        }
        if (deed.kind() == Kind.DELETE_ENDPOINT) {
            return RolloutPath.UNKNOWN;
        } else if (deed.target() instanceof Target.OfDeployment of) {
            var deployment = of.deployment().deployment();
            return switch (deed.kind()) {
                case GONE -> way.without(deployment);
                case UPDATED -> way.renewed(deployment);
                default -> way;
            };
        }
        return way;
    }

    /** Empty without deployments; one that cannot take it if none can: who presses is told why. */
    Optional<DeploymentName> from(EndpointView endpoint) {
        Predicate<DeploymentName> able =
                name -> new AllTo(endpoint, name).hindrance().isEmpty();
        return existing(path(endpoint.spec().name()), endpoint)
                .to(split(endpoint))
                .start()
                .filter(able)
                .or(() -> largest(endpoint, able))
                .or(() -> largest(endpoint, name -> true));
    }

    private RolloutPath path(EndpointName name) {
        return Stream.of(told, seen)
                .flatMap(paths -> Optional.ofNullable(paths.get(name)).stream())
                .filter(path -> path.start().isPresent())
                .findFirst()
                .orElse(RolloutPath.UNKNOWN);
    }

    /** The picture may know of a deletion that is still to be read. */
    private static RolloutPath existing(RolloutPath path, EndpointView endpoint) {
        var way = path;
        for (var name : path.names()) {
            way = endpoint.deployment(name).isPresent() ? way : way.without(name);
        }
        return way;
    }

    private static TrafficSplit split(EndpointView endpoint) {
        return endpoint.routing().traffic();
    }

    /** The first by name of those that have the same. */
    private static Optional<DeploymentName> largest(EndpointView endpoint, Predicate<DeploymentName> wanted) {
        return names(endpoint)
                .filter(wanted)
                .min(comparingInt((DeploymentName name) -> -share(endpoint, name))
                        .thenComparing(DeploymentName::folded));
    }

    private static Stream<DeploymentName> names(EndpointView endpoint) {
        return endpoint.deployments().stream()
                .map(deployment -> deployment.spec().id().deployment());
    }

    private static int share(EndpointView endpoint, DeploymentName name) {
        return split(endpoint).shareOf(name).value();
    }
}
