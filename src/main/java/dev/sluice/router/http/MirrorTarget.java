package dev.sluice.router.http;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.Gate;
import dev.sluice.router.RouteTable;
import java.util.Optional;

/**
 * Whom a copy is for.
 *
 * @param endpoint its name, folded
 * @param gate of the deployment: names are used again, gates are not
 */
record MirrorTarget(String endpoint, DeploymentName deployment, Gate gate) {

    /** Empty if that is not the endpoint's shadow any more. */
    Optional<DeploymentRoute> route(RouteTable table) {
        return table.endpoint(endpoint)
                .filter(found -> found.mirror().mirror() instanceof Mirror.To to
                        && to.target().equals(deployment))
                .flatMap(found -> found.deployment(deployment))
                .filter(route -> route.gate() == gate);
    }
}
