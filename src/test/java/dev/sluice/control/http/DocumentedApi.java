package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenAPI document, against which what goes over the wire is held. Safe from any thread. */
public final class DocumentedApi {

    private static final String HERE = "https://sluice.invalid/openapi.json";
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** @param json what {@code GET /openapi.json} has answered */
    public DocumentedApi(byte[] json) {
        try {
            document = new JsonMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var text = new String(json, StandardCharsets.UTF_8);
        registry = SchemaRegistry.withDefaultDialect(dialect(), builder -> builder.schemas(Map.of(HERE, text)));
    }

    /** OpenAPI's schemas, in a document that has other keys besides. */
    private Dialect dialect() {
        var builder = Dialect.builder(Dialects.getOpenApi31());
        document.fieldNames().forEachRemaining(key -> builder.keyword(new NonValidationKeyword(key)));
        return builder.build();
    }

    public JsonNode document() {
        return document;
    }

    /** @param body empty for a request without one */
    public void checkRequest(String method, String path, byte[] body) {
        var operation = operation(method, path);
        if (operation.has("requestBody")) {
            check(pointer(method, path) + "/requestBody/content/" + escaped(JSON) + "/schema", body);
        } else {
            assertThat(body).as("the body of %s %s", method, path).isEmpty();
        }
    }

    /** Of one whole answer; a 401 of a stranger included. */
    public void checkAnswer(String method, String path, int status, byte[] body) {
        var response = response(method, path, status);
        var content = "/content/" + escaped(JSON);
        if (document.at(response).has("content")) {
            check(response + content + "/schema", body);
        } else {
            assertThat(body).as("the body of %d to %s %s", status, method, path).isEmpty();
        }
    }

    /** Of one event's data. */
    public void checkEvent(String path, String event, byte[] data) {
        var media = response("GET", path, 200) + "/content/" + escaped(EVENTS);
        check(event.equals("news") ? media + "/schema" : media + "/x-events/" + event, data);
    }

    /** @param schema a pointer to it in the document */
    void check(String schema, byte[] json) {
        var errors = schemas.computeIfAbsent(schema, this::compiled)
                .validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON);
        assertThat(errors)
                .as("%s of %s", new String(json, StandardCharsets.UTF_8), schema)
                .isEmpty();
    }

    private Schema compiled(String pointer) {
        assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
        return registry.getSchema(SchemaLocation.of(HERE + "#" + pointer));
    }

    private JsonNode operation(String method, String path) {
        var operation = document.at(pointer(method, path));
        assertThat(operation.isMissingNode())
                .as("%s %s is documented", method, path)
                .isFalse();
        return operation;
    }

    private String response(String method, String path, int status) {
        var responses = operation(method, path).get("responses");
        var name = responses.has(Integer.toString(status)) ? Integer.toString(status) : "default";
        var reference = responses.get(name).path("$ref").asText();
        return reference.isEmpty() ? pointer(method, path) + "/responses/" + name : reference.substring(1);
    }

    private static String pointer(String method, String path) {
        return "/paths/" + escaped(path) + "/" + (method.equals("GET") ? "get" : "post");
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
