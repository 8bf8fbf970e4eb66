package dev.sluice.control;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.TrafficSplit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which versions of an endpoint's deployments answer, and whose answers are compared: numbers of one say nothing about another. */
record Versions(DesiredEndpoint endpoint) {

    /** Whose answers are compared with the live ones; empty if nothing is mirrored, or nothing is live. */
    Optional<DeploymentName> shadow() {
        var routing = endpoint.routing();
        return routing.mirror() instanceof Mirror.To to && !routing.traffic().equals(TrafficSplit.NONE)
                ? Optional.of(to.target())
                : Optional.empty();
    }

    /** Of those who are live, and of the shadow. */
    Set<String> compared() {
        return texts(liveAndShadow());
    }

    /** Of all that there are. */
    Set<String> present() {
        return texts(endpoint.deployments().values().stream());
    }

    /**
     * Whether an answer may be the old version's or the next one's, since instances are replaced one by one: it is of no use
     * for comparing.
     */
    boolean areChanging() {
        return liveAndShadow().anyMatch(deployment -> deployment.coming().isPresent());
    }

    private Stream<DesiredDeployment> liveAndShadow() {
        var routing = endpoint.routing();
        return endpoint.deployments().values().stream().filter(deployment -> {
            var name = deployment.spec().id().deployment();
            return routing.traffic().shareOf(name).value() > 0 || routing.isShadow(name);
        });
    }

    private static Set<String> texts(Stream<DesiredDeployment> deployments) {
        return deployments
                .map(deployment -> deployment.spec().id().deployment() + " " + deployment.generation())
                .collect(Collectors.toSet());
    }
}
