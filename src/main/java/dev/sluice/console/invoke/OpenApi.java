package dev.sluice.console.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from an OpenAPI document, version 2, 3 or 3.1, what the body of a POST is made of. What it does not understand it
 * leaves to be written as JSON. Pure.
 */
final class OpenApi {

    /** More fields than that make no form. */
    private static final int MOST_FIELDS = 100;

    private static final int DEEPEST_REFERENCE = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What a body is made of.
     *
     * @param example a whole body, as JSON; empty if there is none
     */
    record Input(List<FormField> fields, String example) {
        Input {
            fields = List.copyOf(fields);
        }
    }

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /** Empty if that is no OpenAPI, or does not tell of a POST to {@code path}. */
    static Optional<Input> input(String json, String path) {
        try {
            var document = JSON.readTree(json);
            if (document.has("swagger") || document.has("openapi")) {
                return new OpenApi(document).input(path);
            }
        } catch (JsonProcessingException none) {
            // Told like any other document that is none.
        }
        return Optional.empty();
    }

    private Optional<Input> input(String path) {
        var bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        var body = body(document.path("paths").path(bare).path("post"));
        var schema = plain(body.path("schema"));
        if (schema.isMissingNode()) {
            return Optional.empty();
        }
        var required = names(schema.path("required"));
        var fields = new ArrayList<FormField>();
        for (var member : schema.path("properties").properties()) {
            if (fields.size() < MOST_FIELDS) {
                fields.add(field(member.getKey(), plain(member.getValue()), required.contains(member.getKey())));
            }
        }
        var example = example(body, schema);
        return Optional.of(new Input(fields, example.isEmpty() ? "" : example.toPrettyString()));
    }

    /** What has the schema: in version 2 a parameter, in version 3 the content's type. */
    private JsonNode body(JsonNode post) {
        for (var parameter : post.path("parameters")) {
            var resolved = resolve(parameter, 0);
            if (resolved.path("in").asText().equals("body")) {
                return resolved;
            }
        }
        return resolve(post.path("requestBody"), 0).path("content").path("application/json");
    }

    /** The content's own, the first of several, or the schema's. */
    private JsonNode example(JsonNode body, JsonNode schema) {
        if (body.has("example")) {
            return body.path("example");
        }
        var several = body.path("examples").elements();
        return several.hasNext() ? resolve(several.next(), 0).path("value") : schema.path("example");
    }

    /**
     * Without references, and without what only says that it may be null, as FastAPI writes what is optional: of several
     * schemas of which all but one are null, that one, with what is said of them all.
     */
    private JsonNode plain(JsonNode written) {
        var schema = resolve(written, 0);
        for (var kind : List.of("anyOf", "oneOf", "allOf")) {
            var members = new ArrayList<JsonNode>();
            schema.path(kind).forEach(member -> members.add(resolve(member, 0)));
            members.removeIf(member -> member.path("type").asText().equals("null"));
            if (members.size() == 1 && members.get(0) instanceof ObjectNode only) {
                var merged = only.deepCopy();
                schema.properties().forEach(said -> merged.set(said.getKey(), said.getValue()));
                return merged;
            }
        }
        return schema;
    }

    private static FormField field(String name, JsonNode schema, boolean isRequired) {
        var choices = new ArrayList<String>();
        schema.path("enum").forEach(value -> choices.add(value.asText()));
        var example = schema.has("example") ? schema.path("example") : schema.path("default");
        return new FormField(
                name,
                kind(schema),
                isRequired,
                schema.path("description").asText(schema.path("title").asText()),
                choices,
                example.isMissingNode() || example.isNull()
                        ? ""
                        : example.isTextual() ? example.asText() : example.toString());
    }

    private static FormField.Kind kind(JsonNode schema) {
        return switch (type(schema.path("type"))) {
            case "string" -> FormField.Kind.TEXT;
            case "number" -> FormField.Kind.NUMBER;
            case "integer" -> FormField.Kind.WHOLE_NUMBER;
            case "boolean" -> FormField.Kind.YES_NO;
            default -> FormField.Kind.JSON;
        };
    }

    /** In version 3.1 there may be several; empty if more than one of them is not null. */
    private static String type(JsonNode written) {
        var types = new HashSet<>(names(written));
        types.remove("null");
        return written.isTextual()
                ? written.asText()
                : types.size() == 1 ? types.iterator().next() : "";
    }

    /** Follows references within the document; one that leads nowhere, or round in a circle, is as if it were not there. */
    private JsonNode resolve(JsonNode node, int depth) {
        var reference = node.path("$ref").asText();
        return reference.startsWith("#/") && depth < DEEPEST_REFERENCE
                ? resolve(document.at(reference.substring(1)), depth + 1)
                : node;
    }

    private static Set<String> names(JsonNode list) {
        var names = new HashSet<String>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
