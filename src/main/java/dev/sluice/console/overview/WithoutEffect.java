package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.CloudKeys;
import java.util.List;
import java.util.Set;

/** What a description says to the cloud alone, key by key as its file has it (reference B7). */
final class WithoutEffect {

    /** Kept as written too, but instances get these limits, and the registry takes this name. */
    private static final Set<String> WITH_EFFECT = Set.of("resources", "environment.name", "environment.version");

    private WithoutEffect() {}

    static List<Attribute> attributes(CloudKeys cloud) {
        return cloud.json().entrySet().stream()
                .filter(key -> !WITH_EFFECT.contains(key.getKey()))
                .map(key -> new Attribute(key.getKey(), plain(key.getValue())))
                .toList();
    }

    /** The same, each with a note, for where they stand among others. */
    static List<Attribute> noted(CloudKeys cloud) {
        return attributes(cloud).stream()
                .map(key -> new Attribute(key.name(), key.value(), Messages.of("attribute.no-effect")))
                .toList();
    }

    /** A single text is shown without its quotes. */
    private static String plain(String json) {
        return json.matches("\"[^\"\\\\]*\"") ? json.substring(1, json.length() - 1) : json;
    }
}
