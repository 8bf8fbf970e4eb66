package dev.sluice.control;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;

/** One test request. */
public record Invocation(EndpointName endpoint, Target target, String contentType, byte[] body) {

    /** Who is to answer. */
    public sealed interface Target {

        /** Whoever the split chooses. */
        record ByTraffic() implements Target {}

        /** This deployment, whatever its share, by the {@code azureml-model-deployment} header. */
        record Pinned(DeploymentName deployment) implements Target {}
    }
}
