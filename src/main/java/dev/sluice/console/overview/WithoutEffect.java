package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.Serving;
import dev.sluice.manifest.GraphicsAsked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a description says to the cloud alone, key by key as its file has it (reference B7). */
final class WithoutEffect {

    static final String ENVIRONMENT_NAME = "environment.name";
    static final String ENVIRONMENT_VERSION = "environment.version";
    static final String ENVIRONMENT_ROUTES = "environment.inference_config";

    /**
     * Kept as written too, but instances get these amounts (of all but {@link GraphicsAsked}), the registry takes this
     * name, and these routes are where it answers.
     */
    private static final Set<String> WITH_EFFECT =
            Set.of("resources", ENVIRONMENT_NAME, ENVIRONMENT_VERSION, ENVIRONMENT_ROUTES);

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

    /** What stands at that place in the file; empty if nothing does. */
    static String text(CloudKeys cloud, String place) {
        return plain(cloud.json().getOrDefault(place, ""));
    }

    private static List<Attribute> attributes(CloudKeys cloud) {
        var kept = cloud.json().entrySet().stream()
                .filter(key -> !WITH_EFFECT.contains(key.getKey()))
                .map(key -> new Attribute(key.getKey(), plain(key.getValue())));
        var graphics = GraphicsAsked.of(cloud).entrySet().stream()
                .map(asked -> new Attribute(asked.getKey(), asked.getValue()));
        return Stream.concat(kept, graphics).toList();
    }

    /** A single text is shown without its quotes. */
    private static String plain(String json) {
        return json.matches("\"[^\"\\\\]*\"") ? json.substring(1, json.length() - 1) : json;
    }
}
