package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.Asset;
import dev.sluice.domain.Credentials;
import java.util.stream.Stream;

/** What the cloud's commands print of things, as JSON (reference section 6). What has no value is left out, as there. */
final class Shapes {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Shapes() {}

    static JsonNode endpoint(EndpointView endpoint) {
        return EndpointShape.of(endpoint);
    }

    static JsonNode deployment(DeploymentView deployment) {
        return DeploymentShape.of(deployment);
    }

    /** One version of a model or an environment. */
    static JsonNode asset(Asset asset) {
        return AssetShape.of(asset);
    }

    /** A model or an environment as it stands in a list of names, of which {@code asset} is the newest version. */
    static JsonNode newest(Asset asset) {
        return AssetShape.named(asset);
    }

    /** Unlike all else this is in camel case, as in the cloud. */
    static JsonNode credentials(Credentials credentials) {
        var shape = JSON.objectNode();
        if (credentials instanceof Credentials.Keys keys) {
            return shape.put("primaryKey", keys.primary().reveal())
                    .put("secondaryKey", keys.secondary().reveal());
        }
        return token(shape, (Credentials.Token) credentials);
    }

    static JsonNode list(Stream<JsonNode> shapes) {
        var list = JSON.arrayNode();
        shapes.forEach(list::add);
        return list;
    }

    /** What an endpoint answered: one text, whatever is in it. */
    static JsonNode text(String answer) {
        return JSON.textNode(answer);
    }

    private static ObjectNode token(ObjectNode shape, Credentials.Token token) {
        return shape.put("accessToken", token.accessToken().reveal())
                .put("expiryTimeUtc", token.expires().getEpochSecond())
                .put("refreshAfterTimeUtc", token.refreshAfter().getEpochSecond())
                .put("tokenType", "Bearer");
    }
}
