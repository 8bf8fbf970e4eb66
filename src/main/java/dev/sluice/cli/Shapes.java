package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.Asset;
import dev.sluice.domain.Credentials;

/** What the cloud's commands print of things, as JSON (reference section 6). */
final class Shapes {

    private Shapes() {}

    static JsonNode endpoint(EndpointView endpoint) {
        throw new UnsupportedOperationException("skeleton");
    }

    static JsonNode deployment(DeploymentView deployment, EndpointView of) {
        throw new UnsupportedOperationException("skeleton");
    }

    static JsonNode credentials(Credentials credentials) {
        throw new UnsupportedOperationException("skeleton");
    }

    static JsonNode asset(Asset asset) {
        throw new UnsupportedOperationException("skeleton");
    }
}
