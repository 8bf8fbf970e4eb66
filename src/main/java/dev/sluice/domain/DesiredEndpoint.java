package dev.sluice.domain;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** An endpoint as it should be, with its routing and its deployments. */
public record DesiredEndpoint(
        EndpointSpec spec,
        EndpointSecrets secrets,
        Routing routing,
        SortedMap<DeploymentName, DesiredDeployment> deployments) {

    public DesiredEndpoint {
        deployments = Collections.unmodifiableSortedMap(new TreeMap<>(deployments));
    }

    /** As it is created: no deployments, no traffic. */
    public static DesiredEndpoint created(EndpointSpec spec, EndpointSecrets secrets) {
        return new DesiredEndpoint(spec, secrets, Routing.CLOSED, new TreeMap<>());
    }

    public Set<DeploymentName> deploymentNames() {
        return deployments.keySet();
    }

    public Optional<DesiredDeployment> deployment(DeploymentName name) {
        return Optional.ofNullable(deployments.get(name));
    }

    public DesiredEndpoint with(EndpointSpec changed) {
        return new DesiredEndpoint(changed, secrets, routing, deployments);
    }

    public DesiredEndpoint with(Routing changed) {
        return new DesiredEndpoint(spec, secrets, changed, deployments);
    }

    public DesiredEndpoint with(EndpointSecrets changed) {
        return new DesiredEndpoint(spec, changed, routing, deployments);
    }

    /** With this deployment added, or put in the place of the one of its name. */
    public DesiredEndpoint with(DesiredDeployment deployment) {
        var changed = new TreeMap<>(deployments);
        changed.put(deployment.spec().id().deployment(), deployment);
        return new DesiredEndpoint(spec, secrets, routing, changed);
    }

    /** Without the deployment, and without what the routing said of it. */
    public DesiredEndpoint without(DeploymentName name) {
        var changed = new TreeMap<>(deployments);
        changed.remove(name);
        return new DesiredEndpoint(spec, secrets, routing.without(name), changed);
    }
}
