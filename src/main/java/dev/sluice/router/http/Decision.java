package dev.sluice.router.http;

import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;

/** Who is to answer a request, and how it came to be chosen. */
sealed interface Decision {

    EndpointRoute endpoint();

    DeploymentRoute route();

    /**
     * Tells the deployment's meter what came of it.
     *
     * @param status what the client was told
     * @param modelStatus what the model answered; 0 if none did
     */
    void record(int status, int modelStatus, long nanos);

    /** The split chose it. */
    record Live(EndpointRoute endpoint, DeploymentRoute route) implements Decision {
        @Override
        public void record(int status, int modelStatus, long nanos) {
            route.meter().recordLive(status, modelStatus, nanos);
        }
    }

    /** The client named it. */
    record Pinned(EndpointRoute endpoint, DeploymentRoute route) implements Decision {
        @Override
        public void record(int status, int modelStatus, long nanos) {
            route.meter().recordPinned(status, modelStatus, nanos);
        }
    }
}
