package dev.sluice.console.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.invoke.FormField.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final String SCHEMA = """
            {"type": "object", "required": ["age"], "example": {"age": 3},
             "properties": {
               "age": {"type": "integer", "description": "in years", "example": 61},
               "weight": {"type": "number"},
               "sex": {"type": "string", "enum": ["f", "m"]},
               "smokes": {"type": "boolean", "default": false},
               "data": {"$ref": "#/REFERENCE"}}}""";

    @Test
    void version_2_describes_the_body_as_a_parameter() {
        var input = OpenApi.input(version2(SCHEMA), "/score").orElseThrow();

        assertThat(input.fields())
                .containsExactly(
                        new FormField("age", Kind.WHOLE_NUMBER, true, "in years", List.of(), "61"),
                        new FormField("weight", Kind.NUMBER, false, "", List.of(), ""),
                        new FormField("sex", Kind.TEXT, false, "", List.of("f", "m"), ""),
                        new FormField("smokes", Kind.YES_NO, false, "", List.of(), "false"),
                        new FormField("data", Kind.JSON, false, "", List.of(), ""));
        assertThat(input.example()).contains("\"age\" : 3");
    }

    @Test
    void version_3_describes_it_as_content() {
        var document = """
                {"openapi": "3.0.3",
                 "paths": {"/score": {"post": {"requestBody": {"content": {"application/json":
                   {"schema": {"$ref": "#/components/schemas/ServiceInput"}}}}}}},
                 "components": {"schemas": {"ServiceInput": %s}}}""".formatted(SCHEMA);

        assertThat(OpenApi.input(document, "/score?x=1").orElseThrow().fields()).hasSize(5);
    }

    @Test
    void what_may_be_null_too_is_asked_for_as_what_it_is_otherwise() {
        var document = """
                {"openapi": "3.1.0",
                 "paths": {"/score": {"post": {"requestBody": {"content": {"application/json": {
                   "schema": {"allOf": [{"$ref": "#/components/schemas/Input"}]},
                   "examples": {"one": {"value": {"age": 61}}}}}}}}},
                 "components": {"schemas": {"Input": {"properties": {
                   "age": {"type": ["integer", "null"]},
                   "weight": {"anyOf": [{"type": "number"}, {"type": "null"}], "title": "Weight", "default": null},
                   "either": {"anyOf": [{"type": "number"}, {"type": "string"}]}}}}}}""";

        var input = OpenApi.input(document, "/score").orElseThrow();

        assertThat(input.fields())
                .containsExactly(
                        new FormField("age", Kind.WHOLE_NUMBER, false, "", List.of(), ""),
                        new FormField("weight", Kind.NUMBER, false, "Weight", List.of(), ""),
                        new FormField("either", Kind.JSON, false, "", List.of(), ""));
        assertThat(input.example()).contains("\"age\" : 61");
    }

    @Test
    void the_plain_contract_has_no_fields_and_no_example() {
        var input = OpenApi.input(version2("{\"type\": \"object\", \"example\": {}}"), "/score")
                .orElseThrow();

        assertThat(input.fields()).isEmpty();
        assertThat(input.example()).isEmpty();
    }

    @Test
    void what_is_no_openapi_or_tells_of_other_paths_gives_nothing() {
        assertThat(OpenApi.input("<html>", "/score")).isEmpty();
        assertThat(OpenApi.input("{}", "/score")).isEmpty();
        assertThat(OpenApi.input("[1]", "/score")).isEmpty();
        assertThat(OpenApi.input(version2(SCHEMA), "/other")).isEmpty();
    }

    @Test
    void a_reference_that_goes_round_in_a_circle_comes_to_an_end() {
        var document = version2("{\"$ref\": \"#/definitions/ServiceInput\"}");

        assertThat(OpenApi.input(document, "/score").orElseThrow().fields()).isEmpty();
    }

    private static String version2(String schema) {
        return """
                {"swagger": "2.0",
                 "paths": {"/score": {"post": {"parameters": [
                   {"in": "header", "name": "x"},
                   {"in": "body", "schema": {"$ref": "#/definitions/ServiceInput"}}]}}},
                 "definitions": {"ServiceInput": %s, "Rows": {"type": "array"}}}""".formatted(schema.replace("#/REFERENCE", "#/definitions/Rows"));
    }
}
