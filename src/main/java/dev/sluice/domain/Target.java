package dev.sluice.domain;

/** What a change is about: an endpoint as a whole, or one of its deployments. */
public sealed interface Target {

    EndpointName endpoint();

    record OfEndpoint(EndpointName endpoint) implements Target {
        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    record OfDeployment(DeploymentId deployment) implements Target {
        @Override
        public EndpointName endpoint() {
            return deployment.endpoint();
        }

        @Override
        public String toString() {
            return deployment.toString();
        }
    }

    static Target of(EndpointName endpoint) {
        return new OfEndpoint(endpoint);
    }

    static Target of(DeploymentId deployment) {
        return new OfDeployment(deployment);
    }
}
