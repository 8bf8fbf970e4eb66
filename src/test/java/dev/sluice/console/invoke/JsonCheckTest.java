package dev.sluice.console.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonCheckTest {

    @Test
    void json_is_found_in_order() {
        assertThat(JsonCheck.problem("{\"data\": [[1, 2.5], []], \"who\": null}"))
                .isEmpty();
        assertThat(JsonCheck.problem("3")).isEmpty();
        assertThat(JsonCheck.problem(" \"text\" \n")).isEmpty();
    }

    @Test
    void the_place_of_what_is_wrong_is_named() {
        var found = JsonCheck.problem("{\n  \"data\": [1, oops]\n}").orElseThrow();

        assertThat(found.line()).isEqualTo(2);
        assertThat(found.column()).isBetween(15, 20);
        assertThat(found.message()).contains("oops").doesNotContain("Source").doesNotContain("\n");
    }

    @Test
    void an_open_bracket_an_empty_text_and_a_second_value_are_wrong() {
        assertThat(JsonCheck.problem("{\"data\": [1, 2]").orElseThrow().message())
                .isEqualTo("The text ends before all brackets, braces and quotes are closed.");
        assertThat(JsonCheck.problem("{\"data\": \"a").orElseThrow().message()).contains("are closed");
        assertThat(JsonCheck.problem("  ").orElseThrow().message()).isEqualTo("There is no JSON value yet.");
        assertThat(JsonCheck.problem("{}\n{}").orElseThrow().line()).isEqualTo(2);
    }
}
