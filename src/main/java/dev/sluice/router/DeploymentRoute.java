package dev.sluice.router;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.RequestSettings;
import dev.sluice.metrics.DeploymentMeter;
import java.util.List;

/**
 * What the router needs to have a request answered by one deployment.
 *
 * @param upstreams its ready instances; none means that it answers 424 {@code model_not_ready}
 * @param gate counts the requests that were admitted, waiting ones included; outlives the table
 * @param meter takes what came of each request; outlives the table
 */
public record DeploymentRoute(
        DeploymentName name, List<Upstream> upstreams, RequestSettings requests, Gate gate, DeploymentMeter meter) {

    public DeploymentRoute {
        upstreams = List.copyOf(upstreams);
    }
}
