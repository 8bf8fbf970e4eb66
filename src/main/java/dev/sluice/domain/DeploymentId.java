package dev.sluice.domain;

/** One deployment among all endpoints: {@code diabetes/blue}. */
public record DeploymentId(EndpointName endpoint, DeploymentName deployment) implements Comparable<DeploymentId> {

    @Override
    public int compareTo(DeploymentId other) {
        int byEndpoint = endpoint.compareTo(other.endpoint);
        return byEndpoint != 0 ? byEndpoint : deployment.compareTo(other.deployment);
    }

    @Override
    public String toString() {
        return endpoint + "/" + deployment;
    }
}
