package dev.sluice.console.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.Serving;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a description says to the cloud alone, key by key as its file has it (reference B7). */
final class WithoutEffect {

    private static final String RESOURCES = "resources";

    private static final String GRAPHICS = "nvidia.com/gpu";

    /** Kept as written too, but the registry takes this name, and these routes are where it answers. */
    private static final Set<String> WITH_EFFECT =
            Set.of("environment.name", "environment.version", "environment.inference_config");

    private static final JsonMapper JSON = new JsonMapper();

    private WithoutEffect() {}

    static List<Attribute> attributes(DeploymentSpec spec) {
        var attributes = new ArrayList<>(attributes(spec.cloud()));
        spec.collection().collections().forEach((name, collection) -> {
            if (!collection.data().isEmpty()) {
                attributes.add(new Attribute("data_collector.collections." + name + ".data", plain(collection.data())));
            }
        });
        if (!spec.modelMount().isEmpty() && Serving.ignoresMount(spec)) {
            attributes.add(new Attribute("model_mount_path", spec.modelMount()));
        }
        return attributes;
    }

    /** The same, each with a note, for where they stand among others. */
    static List<Attribute> noted(CloudKeys cloud) {
        return attributes(cloud).stream()
                .map(key -> new Attribute(key.name(), key.value(), Messages.of("attribute.no-effect")))
                .toList();
    }

    private static List<Attribute> attributes(CloudKeys cloud) {
        return cloud.json().entrySet().stream()
                .filter(key -> !WITH_EFFECT.contains(key.getKey()))
                .flatMap(key -> key.getKey().equals(RESOURCES)
                        ? graphics(key.getValue())
                        : Stream.of(new Attribute(key.getKey(), plain(key.getValue()))))
                .toList();
    }

    /** Instances get all that is asked of a cluster but its graphics processors. */
    private static Stream<Attribute> graphics(String resources) {
        return Stream.of("requests", "limits")
                .flatMap(kind -> Stream.of(parsed(resources).path(kind).path(GRAPHICS))
                        .filter(JsonNode::isValueNode)
                        .map(count -> new Attribute(RESOURCES + "." + kind + "." + GRAPHICS, count.asText())));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    /** A single text is shown without its quotes. */
    private static String plain(String json) {
        return json.matches("\"[^\"\\\\]*\"") ? json.substring(1, json.length() - 1) : json;
    }
}
