package dev.sluice.console.traffic;

import static java.util.Comparator.comparingInt;

import dev.sluice.console.support.routing.AllTo;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is given all live traffic when a rollout must end at once: whoever was last seen to have all of it, since there the
 * rollout began. If nobody was, or that one cannot take it, whoever can and has most of it. For the UI thread only.
 */
final class Retreat {

    private static final int WHOLE = 100;

    private final Map<EndpointName, DeploymentName> hadAll = new HashMap<>();

    /** Takes in who has all now. */
    void watch(Fleet fleet) {
        hadAll.keySet().removeIf(name -> fleet.endpoint(name).isEmpty());
        fleet.endpoints()
                .forEach(endpoint -> names(endpoint)
                        .filter(name -> share(endpoint, name) == WHOLE)
                        .forEach(name -> hadAll.put(endpoint.spec().name(), name)));
    }

    /** Empty without deployments; one that cannot take it if none can: who presses is told why. */
    Optional<DeploymentName> from(EndpointView endpoint) {
        Predicate<DeploymentName> able =
                name -> new AllTo(endpoint, name).hindrance().isEmpty();
        return Optional.ofNullable(hadAll.get(endpoint.spec().name()))
                .filter(name -> endpoint.deployment(name).isPresent())
                .filter(able)
                .or(() -> largest(endpoint, able))
                .or(() -> largest(endpoint, name -> true));
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
        return endpoint.routing().traffic().shareOf(name).value();
    }
}
