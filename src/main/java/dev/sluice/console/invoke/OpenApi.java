package dev.sluice.console.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        var schema = resolve(schema(document.path("paths").path(bare).path("post")), 0);
        if (schema.isMissingNode()) {
            return Optional.empty();
        }
        var required = names(schema.path("required"));
        var fields = new ArrayList<FormField>();
        for (var member : schema.path("properties").properties()) {
            if (fields.size() < MOST_FIELDS) {
                fields.add(field(member.getKey(), resolve(member.getValue(), 0), required.contains(member.getKey())));
            }
        }
        var example = schema.path("example");
        return Optional.of(new Input(fields, example.isEmpty() ? "" : example.toPrettyString()));
    }

    /** Where version 2 has it, or else version 3. */
    private JsonNode schema(JsonNode post) {
        for (var parameter : post.path("parameters")) {
            var resolved = resolve(parameter, 0);
            if (resolved.path("in").asText().equals("body")) {
                return resolved.path("schema");
            }
        }
        return resolve(post.path("requestBody"), 0)
                .path("content")
                .path("application/json")
                .path("schema");
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
                example.isMissingNode() ? "" : example.isTextual() ? example.asText() : example.toString());
    }

    private static FormField.Kind kind(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "string" -> FormField.Kind.TEXT;
            case "number" -> FormField.Kind.NUMBER;
            case "integer" -> FormField.Kind.WHOLE_NUMBER;
            case "boolean" -> FormField.Kind.YES_NO;
            default -> FormField.Kind.JSON;
        };
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
