package dev.sluice.console.support;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;

/** What is chosen in the tree at the left. */
public sealed interface Selection {

    record Nothing() implements Selection {}

    record OfEndpoint(EndpointName endpoint) implements Selection {}

    record OfDeployment(DeploymentId deployment) implements Selection {}
}
