package dev.sluice.manifest;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The keys that mean something to the cloud alone. They are checked like all others, kept, and told to have no effect. */
final class CloudOnly {

    static final String NO_GRAPHICS = "there are no graphics processors for instances here; they compute without one";

    private static final Map<String, String> ACCESS = words("enabled", "disabled");

    private CloudOnly() {}

    private static final String GROUP = "resourceGroup";

    /** What the cloud adds when it prints something (reference 1.2, 1.3); it would say the same again. */
    static void printed(Section section, List<String> keys) {
        keys.forEach(key -> section.dropped(key, "the cloud writes '" + key + "'; it is not taken over from a file"));
        section.dropped(
                GROUP,
                "the cloud's command line writes '" + GROUP + "' and takes it in no file; take it out before the file"
                        + " goes to the cloud");
    }

    static void identity(Section section) {
        section.value("identity")
                .ifPresent(value -> value.section().ifPresent(keys -> {
                    identityKeys(keys);
                    value.keep(spelledOut(NodeJson.keys(NodeJson.of(value.node()))));
                    value.notice("there are no cloud identities here; the code runs without one");
                }));
    }

    static void networkAccess(Section section, String key) {
        section.withoutEffect(
                key, value -> value.choice(ACCESS), "there is no virtual network here; only this machine is served");
    }

    static void flag(Section section, String key, String sentence) {
        section.withoutEffect(key, Value::flag, sentence);
    }

    /** What an inline model or environment says of itself. */
    static void assetLabels(Section asset) {
        var sentence = "it is kept in the file; nothing that runs depends on it";
        asset.withoutEffect("description", Value::text, sentence);
        asset.withoutEffect("tags", Value::section, sentence);
        asset.withoutEffect("properties", Value::section, sentence);
    }

    static Map<String, String> words(String... words) {
        return Arrays.stream(words).collect(toMap(word -> word, word -> word));
    }

    private static void identityKeys(Section identity) {
        var types = words("system_assigned", "user_assigned");
        var type = identity.required("type").flatMap(value -> value.choice(types));
        var assigned = identity.value("user_assigned_identities");
        assigned.ifPresent(list -> list.items().forEach(CloudOnly::identityItem));
        if (type.filter("user_assigned"::equals).isPresent() && assigned.isEmpty()) {
            identity.missing("user_assigned_identities", "add the list of identities, or write 'system_assigned'");
        }
        List.of("principal_id", "tenant_id").forEach(key -> identity.value(key).ifPresent(Value::text));
        identity.finish();
    }

    /** An identity by its bare id as keys too, the only form that the cloud's client takes. */
    private static String spelledOut(Map<String, Object> identity) {
        identity.computeIfPresent(
                "user_assigned_identities",
                (key, listed) -> listed instanceof List<?> ids
                        ? ids.stream().map(CloudOnly::identityByKeys).toList()
                        : listed);
        return NodeJson.of(identity);
    }

    private static Object identityByKeys(Object item) {
        return item instanceof String id ? Map.of("resource_id", id) : item;
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
}
