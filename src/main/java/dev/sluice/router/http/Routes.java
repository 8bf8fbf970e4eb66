package dev.sluice.router.http;

import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.RouteTable;
import java.util.concurrent.atomic.AtomicReference;

/** The table that holds now. Safe from any thread. */
final class Routes {

    private final AtomicReference<RouteTable> current = new AtomicReference<>(RouteTable.EMPTY);

    RouteTable current() {
        return current.get();
    }

    /** One atomic write; then those who wait for a place look at the new instances, or learn that there is none. */
    void publish(RouteTable table) {
        var before = current.getAndSet(table);
        for (var endpoint : before.endpoints().values()) {
            endpoint.deployments().values().forEach(route -> serveLine(endpoint, route));
        }
    }

    /**
     * Gives those who wait for {@code route} the places that there are by the newest table, which may have other
     * instances of the same deployment than the one they came with.
     */
    void serveLine(EndpointRoute endpoint, DeploymentRoute route) {
        var line = route.gate().line();
        if (!line.isEmpty()) {
            current()
                    .endpoint(endpoint.name().folded())
                    .flatMap(newest -> newest.deployment(route.name()))
                    .filter(newest -> newest.gate() == route.gate())
                    .ifPresentOrElse(DeploymentRoute::serveLine, line::turnAllAway);
        }
    }
}
