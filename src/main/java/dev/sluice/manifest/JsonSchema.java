package dev.sluice.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One level of a shipped schema: what there may be at a place in a file. Safe from any thread. */
record JsonSchema(JsonNode node) {

    private static final Map<String, JsonSchema> SHIPPED = new ConcurrentHashMap<>();

    /** The schema of files of this kind, such as {@code managedOnlineEndpoint}. */
    static JsonSchema shipped(String kind) {
        return SHIPPED.computeIfAbsent(kind, JsonSchema::load);
    }

    private static JsonSchema load(String kind) {
        var name = "/schemas/" + kind + ".schema.json";
        try (var in = Objects.requireNonNull(JsonSchema.class.getResourceAsStream(name), name)) {
            return new JsonSchema(new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the schema " + name + " cannot be read", e);
        }
    }

    /** What there may be below these keys; lists and unions are gone into by what has keys. */
    Optional<JsonSchema> below(List<String> path) {
        var at = Optional.of(this);
        for (var key : path) {
            at = at.flatMap(level -> level.below(key));
        }
        return at;
    }

    private Optional<JsonSchema> below(String key) {
        var keyed = withKeys();
        var property = keyed.node.path("properties").path(key);
        var next = property.isObject() ? property : keyed.node.path("additionalProperties");
        return next.isObject() ? Optional.of(new JsonSchema(next)) : Optional.empty();
    }

    /** This, or of a list its items, or of a union the one that has keys. */
    private JsonSchema withKeys() {
        if (node.path("items").isObject()) {
            return new JsonSchema(node.path("items")).withKeys();
        }
        for (var choice : node.path("oneOf")) {
            if (choice.path("properties").isObject()) {
                return new JsonSchema(choice);
            }
        }
        return this;
    }

    /** The keys that there may be here, each with its own level. */
    Map<String, JsonSchema> keys() {
        var keys = new LinkedHashMap<String, JsonSchema>();
        withKeys()
                .node
                .path("properties")
                .properties()
                .forEach(entry -> keys.put(entry.getKey(), new JsonSchema(entry.getValue())));
        return keys;
    }

    /** The values that there may be here, if they are a choice; each once, whatever its case. */
    List<String> values() {
        var values = new ArrayList<String>();
        node.path("enum").forEach(value -> {
            if (values.stream().noneMatch(value.asText()::equalsIgnoreCase)) {
                values.add(value.asText());
            }
        });
        if (values.isEmpty() && node.path("type").asText().equals("boolean")) {
            return List.of("true", "false");
        }
        return values;
    }

    /** One of {@link #values} as it is to be written: a word that would be taken for a truth value needs its quotes. */
    String written(String value) {
        boolean word = !node.path("type").asText().equals("boolean")
                && Set.of("true", "false").contains(value);
        return word ? "'" + value + "'" : value;
    }

    /** Whether a value here goes on below its key rather than beside it. */
    boolean isNested() {
        var type = node.path("type").asText();
        return type.equals("object") || type.equals("array");
    }

    boolean isPrinted() {
        return node.path("readOnly").asBoolean();
    }

    String sentence() {
        return node.path("description").asText();
    }

    String standard() {
        return node.path("default").asText();
    }
}
