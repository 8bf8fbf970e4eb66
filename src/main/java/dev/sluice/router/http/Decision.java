package dev.sluice.router.http;

import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;

/** Who is to answer a request, and how it came to be chosen. */
sealed interface Decision {

    EndpointRoute endpoint();

    DeploymentRoute route();

    /** Tells the deployment's meter what came of it. */
    void record(int status, long nanos);

    /** The split chose it. */
    record Live(EndpointRoute endpoint, DeploymentRoute route) implements Decision {
        @Override
        public void record(int status, long nanos) {
            route.meter().recordLive(status, nanos);
        }
    }

    /** The client named it. */
    record Pinned(EndpointRoute endpoint, DeploymentRoute route) implements Decision {
        @Override
        public void record(int status, long nanos) {
            route.meter().recordPinned(status, nanos);
        }
    }
}
