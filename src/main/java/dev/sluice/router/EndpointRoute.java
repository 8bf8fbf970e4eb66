package dev.sluice.router;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.AgreementMeter;
import dev.sluice.metrics.EndpointMeter;
import dev.sluice.metrics.MirrorMeter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One endpoint as the router sees it.
 *
 * @param deployments by {@link DeploymentName#folded}
 * @param wheel chooses among those with a live share; kept from table to table while the split stays the same
 * @param mirror says which of the live requests are copied, and to whom; kept likewise
 * @param mirrorMeter counts what became of the copies; outlives the table
 * @param agreement takes how far the answers to copies agree with the live ones; that of the versions in this table
 * @param meter counts bytes, and callers that were refused; outlives the table
 * @param bandwidth holds up what comes too fast; outlives the table
 */
public record EndpointRoute(
        EndpointName name,
        Access access,
        Map<String, DeploymentRoute> deployments,
        Wheel wheel,
        MirrorRule mirror,
        MirrorMeter mirrorMeter,
        AgreementMeter agreement,
        EndpointMeter meter,
        Bandwidth bandwidth) {

    public EndpointRoute {
        deployments = Map.copyOf(deployments);
    }

    /** With unlimited bandwidth. */
    public static EndpointRoute of(
            EndpointName name,
            Access access,
            Collection<DeploymentRoute> deployments,
            Wheel wheel,
            MirrorRule mirror,
            MirrorMeter mirrorMeter,
            EndpointMeter meter) {
        var byName = deployments.stream()
                .collect(Collectors.toMap(route -> route.name().folded(), Function.identity()));
        return new EndpointRoute(
                name, access, byName, wheel, mirror, mirrorMeter, mirrorMeter.agreement(), meter, Bandwidth.UNLIMITED);
    }

    public EndpointRoute within(Bandwidth limited) {
        return new EndpointRoute(name, access, deployments, wheel, mirror, mirrorMeter, agreement, meter, limited);
    }

    public EndpointRoute comparedBy(AgreementMeter other) {
        return new EndpointRoute(name, access, deployments, wheel, mirror, mirrorMeter, other, meter, bandwidth);
    }

    public Optional<DeploymentRoute> deployment(DeploymentName deployment) {
        return Optional.ofNullable(deployments.get(deployment.folded()));
    }
}
