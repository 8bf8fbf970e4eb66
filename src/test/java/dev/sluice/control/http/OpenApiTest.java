package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.control.http.json.Codec;
import dev.sluice.control.http.json.RandomValues;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final int VALUES = 8;

    private final Codec codec = new Codec();
    private final DocumentedApi api = new DocumentedApi(OpenApi.document(Api.v1(), codec));

    @Test
    void it_says_what_was_reviewed() {
        Golden.file("docs/openapi.json").holds(OpenApi.document(Api.v1(), codec));
    }

    @Test
    void whatever_it_refers_to_is_there() {
        var references = api.document().findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                api.document().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void every_schema_is_one_by_the_rules_of_json_schema() {
        var rules = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

        assertThat(api.document().at("/components/schemas"))
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(rules.validate(schema)).isEmpty());
    }

    @Test
    void every_answer_is_described_and_every_parameter_has_a_name_a_place_and_a_schema() {
        assertThat(within("responses")).allMatch(response -> response.has("description") || response.has("$ref"));
        assertThat(within("parameters"))
                .allMatch(parameter -> parameter.has("$ref")
                        || parameter.has("name") && parameter.has("in") && parameter.has("schema"));
    }

    @Test
    void no_schema_is_there_for_nothing() {
        var referred = new HashSet<>(api.document().findValuesAsText("$ref"));

        assertThat(api.document().at("/components/schemas").fieldNames())
                .toIterable()
                .allSatisfy(name -> assertThat(referred).contains("#/components/schemas/" + name));
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_sentence_and_what_is_answered() {
        var operations = operations();

        assertThat(operations).hasSize(Api.v1().routes().size());
        assertThat(operations)
                .extracting(operation -> operation.get("operationId").asText())
                .doesNotHaveDuplicates();
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.get("summary").asText()).endsWith(".");
            assertThat(operation.get("responses").fieldNames()).toIterable().contains("401", "default");
        });
    }

    @Test
    void nothing_is_answered_without_the_secret() {
        assertThat(api.document().at("/security/0/runtime").isArray()).isTrue();
        assertThat(api.document()
                        .at("/components/securitySchemes/runtime/scheme")
                        .asText())
                .isEqualTo("bearer");
        assertThat(operations()).noneMatch(operation -> operation.has("security"));
    }

    @Test
    void whatever_is_sent_is_as_the_document_says() {
        for (long seed = 0; seed < VALUES; seed++) {
            for (var route : Api.v1().routes()) {
                if (route.method() == Route.Method.POST && route.type() != Nothing.class) {
                    var sent = codec.write(new RandomValues(seed).of(route.type()), route.type());
                    api.checkRequest("POST", route.path(), sent);
                }
            }
        }
    }

    @Test
    void whatever_is_answered_is_as_the_document_says() {
        for (long seed = 0; seed < VALUES; seed++) {
            for (var route : Api.v1().routes()) {
                if (route.answer() != void.class) {
                    checkAnswer(route, codec.write(new RandomValues(seed).of(route.answer()), route.answer()));
                }
            }
        }
    }

    private void checkAnswer(Route route, byte[] json) {
        if (route instanceof Route.ForSubject) {
            api.checkEvent(route.path(), "news", json);
        } else {
            api.checkAnswer(route.method().name(), route.path(), 200, json);
        }
    }

    @Test
    void whatever_is_asked_in_an_address_is_as_the_document_says() {
        for (var route : Api.v1().routes()) {
            if (route.method() == Route.Method.GET) {
                var asked = codec.query((Record) new RandomValues(1).of(route.type()));

                assertThat(parameters(route)).isEqualTo(List.copyOf(asked.keySet()));
            }
        }
    }

    @Test
    void what_a_slow_listener_has_missed_is_as_the_document_says() {
        api.checkEvent("/v1/streams/log", EventStream.LEFT_OUT, codec.write(new LeftOut(3), LeftOut.class));
    }

    @Test
    void every_way_of_giving_a_command_is_documented() {
        var fields = api.document().at("/components/parameters").findValuesAsText("name");

        assertThat(fields).contains(Giver.FACE, Giver.REASON);
        assertThat(fields)
                .containsAll(Arrays.stream(Giver.Manner.values())
                        .map(Giver.Manner::field)
                        .toList());
    }

    private List<String> parameters(Route route) {
        var get = api.document().get("paths").get(route.path()).get("get");
        return StreamSupport.stream(get.path("parameters").spliterator(), false)
                .map(parameter -> parameter.get("name").asText())
                .toList();
    }

    @Test
    void a_refusal_is_as_the_document_says_whatever_was_asked() {
        var refusal = codec.write(new RandomValues(1).of(Problems.class), Problems.class);

        for (var route : Api.v1().routes()) {
            for (int status : List.of(400, 403, 404, 409, 413, 422, 500, 503)) {
                api.checkAnswer(route.method().name(), route.path(), status, refusal);
            }
        }
    }

    @Test
    void who_is_unknown_is_told_nothing() {
        api.checkAnswer("GET", "/v1/fleet", 401, new byte[0]);

        assertThatThrownBy(() -> api.checkAnswer("GET", "/v1/fleet", 401, utf8("{\"problems\":[]}")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void what_is_not_as_the_document_says_is_found() {
        var applied = utf8("{\"variant\":\"applied\",\"revision\":1}");
        assertThatCode(() -> api.checkAnswer("POST", "/v1/commands/scale", 200, applied))
                .doesNotThrowAnyException();

        for (var other : List.of(
                "{\"variant\":\"applied\"}",
                "{\"variant\":\"applied\",\"revision\":\"1\"}",
                "{\"variant\":\"applied\",\"revision\":1,\"more\":1}",
                "{\"variant\":\"other\",\"revision\":1}",
                "[]")) {
            assertThatThrownBy(() -> api.checkAnswer("POST", "/v1/commands/scale", 200, utf8(other)))
                    .as(other)
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void an_outcome_is_written_with_what_it_is() {
        var json = codec.write(new Outcome.Applied(7), Outcome.class);

        assertThat(json).asString(StandardCharsets.UTF_8).isEqualTo("{\"variant\":\"applied\",\"revision\":7}");
    }

    /** What all objects or lists under that key have in them. */
    private List<JsonNode> within(String key) {
        return api.document().findValues(key).stream()
                .flatMap(values -> StreamSupport.stream(values.spliterator(), false))
                .toList();
    }

    private List<JsonNode> operations() {
        return StreamSupport.stream(api.document().get("paths").spliterator(), false)
                .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
