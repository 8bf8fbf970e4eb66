package dev.sluice.manifest;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The keys that mean something to the cloud alone. They are checked like all others and told to have no effect. */
final class CloudOnly {

    private static final Map<String, String> ACCESS = words("enabled", "disabled");
    private static final Map<String, String> ROLLING = words("minute", "hour", "day", "month", "year");

    private CloudOnly() {}

    /** What the cloud adds when it prints an endpoint or deployment (reference 1.2, 1.3). */
    static void printed(Section section, List<String> keys) {
        keys.forEach(key -> section.withoutEffect(
                key, value -> {}, "the cloud writes '" + key + "'; it is not taken over from a file"));
    }

    static void identity(Section section) {
        section.withoutEffect(
                "identity",
                value -> value.section().ifPresent(CloudOnly::identityKeys),
                "there are no cloud identities here; the code runs without one");
    }

    static void networkAccess(Section section, String key) {
        section.withoutEffect(
                key, value -> value.choice(ACCESS), "there is no virtual network here; only this machine is served");
    }

    static void flag(Section section, String key, String sentence) {
        section.withoutEffect(key, Value::flag, sentence);
    }

    /** The description of an inline model or environment: it is not registered, so nothing shows it. */
    static void assetLabels(Section asset) {
        var sentence = "inline definitions are not registered here, so this is not shown anywhere";
        asset.withoutEffect("description", Value::text, sentence);
        asset.withoutEffect("tags", Value::section, sentence);
        asset.withoutEffect("properties", Value::section, sentence);
    }

    static void resources(Section section) {
        section.withoutEffect(
                "resources",
                value -> value.section().ifPresent(resources -> {
                    resources.value("requests").flatMap(Value::section).ifPresent(CloudOnly::amounts);
                    resources.value("limits").flatMap(Value::section).ifPresent(CloudOnly::amounts);
                    resources.finish();
                }),
                "an instance gets the cores and memory that its instance_type stands for");
    }

    static void dataCollector(Section section) {
        section.withoutEffect(
                "data_collector",
                value -> value.section().ifPresent(CloudOnly::collectorKeys),
                "requests and answers are not collected into files here");
    }

    static Map<String, String> words(String... words) {
        return Arrays.stream(words).collect(toMap(word -> word, word -> word));
    }

    private static void identityKeys(Section identity) {
        identity.required("type").ifPresent(type -> type.choice(words("system_assigned", "user_assigned")));
        identity.value("user_assigned_identities")
                .ifPresent(list -> list.items().forEach(CloudOnly::identityItem));
        identity.finish();
    }

    private static void identityItem(Value item) {
        if (item.isSection()) {
            item.section().ifPresent(identity -> {
                identity.required("resource_id").ifPresent(Value::text);
                identity.value("client_id").ifPresent(Value::text);
                identity.value("principal_id").ifPresent(Value::text);
                identity.finish();
            });
        } else {
            item.text();
        }
    }

    private static void amounts(Section amounts) {
        List.of("cpu", "memory", "nvidia.com/gpu")
                .forEach(key -> amounts.value(key).ifPresent(Value::scalar));
        amounts.finish();
    }

    private static void collectorKeys(Section collector) {
        collector.value("sampling_rate").ifPresent(Value::fraction);
        collector.value("rolling_rate").ifPresent(rate -> rate.choice(ROLLING));
        collector
                .value("collections")
                .flatMap(Value::section)
                .ifPresent(named ->
                        named.each((name, collection) -> collection.section().ifPresent(CloudOnly::collectionKeys)));
        collector.value("request_logging").flatMap(Value::section).ifPresent(logging -> {
            logging.value("capture_headers")
                    .ifPresent(headers -> headers.items().forEach(Value::text));
            logging.finish();
        });
        collector.finish();
    }

    private static void collectionKeys(Section collection) {
        collection.value("enabled").ifPresent(Value::flag);
        collection.value("sampling_rate").ifPresent(Value::fraction);
        collection.value("data").flatMap(Value::section).ifPresent(data -> {
            List.of("name", "path", "version").forEach(key -> data.value(key).ifPresent(Value::scalar));
            data.finish();
        });
        collection.finish();
    }
}
