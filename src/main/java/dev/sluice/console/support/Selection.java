package dev.sluice.console.support;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import java.util.Optional;

/** What is chosen in the tree at the left. */
public sealed interface Selection {

    /** The endpoint that is chosen, or the one whose deployment is. */
    default Optional<EndpointName> scope() {
        if (this instanceof OfDeployment chosen) {
            return Optional.of(chosen.deployment().endpoint());
        }
        return this instanceof OfEndpoint chosen ? Optional.of(chosen.endpoint()) : Optional.empty();
    }

    record Nothing() implements Selection {}

    record OfEndpoint(EndpointName endpoint) implements Selection {}

    record OfDeployment(DeploymentId deployment) implements Selection {}
}
