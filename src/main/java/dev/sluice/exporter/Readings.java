package dev.sluice.exporter;

import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.DeploymentTotals;
import dev.sluice.metrics.EndpointMeter;
import dev.sluice.metrics.EndpointTotals;
import dev.sluice.router.Router;
import java.util.HashMap;
import java.util.Map;

/**
 * What every meter of the table in force said at one moment; or, as a difference, how much it grew between two. A meter
 * stands for its deployment or endpoint: one that is deleted and made again under its old name has a new one.
 *
 * @param connections accepted from clients
 */
record Readings(
        Map<DeploymentMeter, DeploymentTotals> deployments,
        Map<EndpointMeter, EndpointTotals> endpoints,
        long connections) {

    static final Readings NONE = new Readings(Map.of(), Map.of(), 0);

    Readings {
        deployments = Map.copyOf(deployments);
        endpoints = Map.copyOf(endpoints);
    }

    static Readings of(Router router) {
        var deployments = new HashMap<DeploymentMeter, DeploymentTotals>();
        var endpoints = new HashMap<EndpointMeter, EndpointTotals>();
        for (var endpoint : router.table().endpoints().values()) {
            endpoints.put(endpoint.meter(), endpoint.meter().totals());
            endpoint.deployments()
                    .values()
                    .forEach(deployment -> deployments.put(
                            deployment.meter(), deployment.meter().totals()));
        }
        return new Readings(deployments, endpoints, router.connections().accepted());
    }

    Readings since(Readings earlier) {
        var deploymentsGrew = new HashMap<DeploymentMeter, DeploymentTotals>();
        deployments.forEach((meter, totals) -> deploymentsGrew.put(
                meter, totals.since(earlier.deployments.getOrDefault(meter, DeploymentTotals.NONE))));
        var endpointsGrew = new HashMap<EndpointMeter, EndpointTotals>();
        endpoints.forEach((meter, totals) ->
                endpointsGrew.put(meter, totals.since(earlier.endpoints.getOrDefault(meter, EndpointTotals.NONE))));
        return new Readings(deploymentsGrew, endpointsGrew, connections - earlier.connections);
    }
}
