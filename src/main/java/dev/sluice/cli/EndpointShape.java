package dev.sluice.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.LocalWorkspace;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import java.util.Locale;

/** An endpoint as the cloud prints it. */
final class EndpointShape {

    private EndpointShape() {}

    static ObjectNode of(EndpointView endpoint) {
        var spec = endpoint.spec();
        var id = LocalWorkspace.idOf(spec.name());
        var shape = Shapes.JSON.objectNode();
        shape.put("name", spec.name().text());
        shape.put("id", id);
        shape.put("auth_mode", spec.auth().wireName());
        Described.labels(shape, spec.labels());
        // Where the cloud's scripts look for the id, since its own 'id' came later.
        shape.withObject("/properties").put("azureml.onlineendpointid", id.toLowerCase(Locale.ROOT));
        shape.put("kind", spec.kind() == EndpointKind.MANAGED ? "Managed" : "Kubernetes");
        shape.put("location", LocalWorkspace.NAME);
        shape.put("resourceGroup", LocalWorkspace.NAME);
        // An endpoint is there as soon as it is asked for, and changes at once.
        shape.put("provisioning_state", "Succeeded");
        shape.put("scoring_uri", endpoint.scoringUri());
        shape.put("openapi_uri", endpoint.openApiUri());
        shape.set("traffic", traffic(endpoint));
        shape.set("mirror_traffic", mirror(endpoint.routing().mirror()));
        shape.set("identity", Shapes.JSON.objectNode().put("type", "system_assigned"));
        if (spec.kind() == EndpointKind.MANAGED) {
            shape.put("public_network_access", "enabled");
        }
        Described.cloud(shape, spec.cloud());
        return shape;
    }

    /** Every deployment but the shadow, which has no place among the live shares, not even 0 (reference 0.6). */
    private static ObjectNode traffic(EndpointView endpoint) {
        var shares = Shapes.JSON.objectNode();
        endpoint.deployments().stream()
                .map(deployment -> deployment.spec().id().deployment())
                .filter(name -> !endpoint.routing().isShadow(name))
                .forEach(name -> put(shares, name, endpoint.routing()));
        return shares;
    }

    private static void put(ObjectNode shares, DeploymentName name, Routing routing) {
        shares.put(name.text(), routing.traffic().shareOf(name).value());
    }

    private static ObjectNode mirror(Mirror mirror) {
        var shares = Shapes.JSON.objectNode();
        return mirror instanceof Mirror.To to
                ? shares.put(to.target().text(), to.share().value())
                : shares;
    }
}
