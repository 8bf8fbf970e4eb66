package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"traffic", "traffic.blue", "traffic.red", "red.traffic", "name", "name.length", "nothing"})
    void keys_alone_are_found_without_the_library_and_are_the_same_as_with_it(String query) {
        var answer = SampleAnswers.byName().get("endpoint-show");
        var found = Query.of(query);

        assertThat(found).isInstanceOf(Query.Keys.class);
        assertThat(found.of(answer)).isEqualTo(JmesPathQuery.compiled(query).of(answer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
                    foo[            | it ends too early (character 5)
                    foo.            | it ends too early (character 5)
                    foo bar         | 'bar' is not expected there (character 5)
                    [?name=blue]    | '=blue]' is not expected there (character 7)
                    [].{a:name b:x} | 'b:x}' is not expected there (character 12)
                    lenght(@)       | unknown function "lenght" (character 1)
                    length()        | invalid arity calling "length" (expected 1 but was 0) (character 1)
                    """)
    void what_is_no_expression_is_refused_with_the_place_in_it(String query, String reason) {
        assertThatThrownBy(() -> Query.of(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + query + "' is no JMESPath expression: " + reason);
    }

    @Test
    void an_empty_expression_is_refused() {
        assertThatThrownBy(() -> Query.of("")).hasMessageContaining("it ends too early (character 1)");
    }

    @Test
    void an_expression_that_does_not_fit_the_answer_fails_with_what_was_expected() {
        var query = Query.of("length(instance_count)");

        assertThatThrownBy(() -> query.of(SampleAnswers.byName().get("deployment-show")))
                .isInstanceOf(Query.Failed.class)
                .hasMessageContaining("length(instance_count)")
                .hasMessageContaining("expected string, array or object but was number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '%', textBlock = """
                    [?name==`blue`]         ; [?name=='blue']
                    [?name==` blue`]        ; [?name== 'blue']
                    [?n==`1` && b==`true`]  ; [?n==`1` && b==`true`]
                    [?name==`"blue"`]       ; [?name==`"blue"`]
                    [?a==`x`].b | [?c==`y`] ; [?a=='x'].b | [?c=='y']
                    'a `quoted` text'       ; 'a `quoted` text'
                    "a `key`" == `x`        ; "a `key`" == 'x'
                    'it\\'s' == `x`         ; 'it\\'s' == 'x'
                    [?name==`blue           ; [?name==`blue
                    `it's`                  ; `it's`
                    """)
    void a_bare_word_between_backticks_is_a_text_as_scripts_for_the_cloud_have_it(String written, String read) {
        assertThat(BareLiterals.quoted(written)).isEqualTo(read).hasSameSizeAs(written);
    }

    /** By the library of the cloud's command line: see {@code as_the_cloud_prints.py}. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("expressions")
    void an_expression_finds_what_it_finds_in_the_cloud(JsonNode given, String expression, JsonNode result) {
        assertThat(Query.of(expression).of(given)).hasToString(result.toString());
    }

    static Stream<Arguments> expressions() throws JsonProcessingException {
        var suite = MAPPER.readTree(GoldenAnswersTest.read("expressions.json"));
        return stream(suite.get("cases"))
                .map(one ->
                        Arguments.of(suite.get("given"), one.get("expression").asText(), one.get("result")));
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
