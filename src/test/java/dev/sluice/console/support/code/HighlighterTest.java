package dev.sluice.console.support.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HighlighterTest {

    @Test
    void json_has_keys_values_and_punctuation() {
        assertThat(parts(Language.JSON, "{\"data\": [1, -2.5e3, true, null, \"a\"]}"))
                .containsExactly(
                        "PUNCTUATION {",
                        "KEY \"data\"",
                        "PUNCTUATION :",
                        "PUNCTUATION [",
                        "NUMBER 1",
                        "PUNCTUATION ,",
                        "NUMBER -2.5e3",
                        "PUNCTUATION ,",
                        "WORD true",
                        "PUNCTUATION ,",
                        "WORD null",
                        "PUNCTUATION ,",
                        "STRING \"a\"",
                        "PUNCTUATION ]",
                        "PUNCTUATION }");
    }

    @Test
    void a_quoted_quote_does_not_end_a_string_and_an_open_string_goes_to_the_end_of_its_line() {
        assertThat(parts(Language.JSON, "[\"a\\\"b\", \"open"))
                .containsExactly("PUNCTUATION [", "STRING \"a\\\"b\"", "PUNCTUATION ,", "STRING \"open");
    }

    @Test
    void what_is_not_json_has_no_colour() {
        assertThat(parts(Language.JSON, "Traceback nonsense")).isEmpty();
    }

    @Test
    void yaml_has_keys_values_and_comments() {
        assertThat(parts(Language.YAML, "instance_count: 2 # two"))
                .containsExactly("KEY instance_count", "PUNCTUATION :", "NUMBER 2", "COMMENT # two");
        assertThat(parts(Language.YAML, "- name: 'blue'"))
                .containsExactly("PUNCTUATION -", "KEY name", "PUNCTUATION :", "STRING 'blue'");
        assertThat(parts(Language.YAML, "auth: true")).contains("WORD true");
        assertThat(parts(Language.YAML, "base: &base !str x")).contains("TAG &base", "TAG !str");
    }

    @Test
    void a_colon_or_a_hash_inside_a_yaml_word_is_nothing_special() {
        assertThat(parts(Language.YAML, "model: azureml:diabetes:1")).containsExactly("KEY model", "PUNCTUATION :");
        assertThat(parts(Language.YAML, "path: a#b")).containsExactly("KEY path", "PUNCTUATION :");
        assertThat(parts(Language.YAML, "http://host/x")).isEmpty();
    }

    @Test
    void a_yaml_flow_has_keys_of_its_own() {
        assertThat(parts(Language.YAML, "traffic: {blue: 90, green: 10}"))
                .containsExactly(
                        "KEY traffic",
                        "PUNCTUATION :",
                        "PUNCTUATION {",
                        "KEY blue",
                        "PUNCTUATION :",
                        "NUMBER 90",
                        "PUNCTUATION ,",
                        "KEY green",
                        "PUNCTUATION :",
                        "NUMBER 10",
                        "PUNCTUATION }");
    }

    @Test
    void a_block_of_yaml_text_goes_on_as_long_as_it_is_indented() {
        assertThat(parts(Language.YAML, "note: |\n  key: no key\n\n  - text\nnext: 1"))
                .containsExactly(
                        "KEY note",
                        "PUNCTUATION :",
                        "PUNCTUATION |",
                        "STRING key: no key",
                        "STRING - text",
                        "KEY next",
                        "PUNCTUATION :",
                        "NUMBER 1");
    }

    @Test
    void values_of_environment_variables_are_hidden_whatever_their_form_and_nothing_else_is() {
        var text = """
                name: blue
                environment_variables:
                  A: 'one'
                  "B C": two # three

                  D: |
                    four
                E: five
                x:
                  environment_variables: {F: six,
                    G: seven}
                  H: eight""";

        assertThat(parts(new VariablesHidden(Language.YAML.highlighter()), text).stream()
                        .filter(part -> part.startsWith("HIDDEN")))
                .containsExactly(
                        "HIDDEN 'one'",
                        "HIDDEN two # three",
                        "HIDDEN |",
                        "HIDDEN four",
                        "HIDDEN {F: six,",
                        "HIDDEN seven}");
    }

    @Test
    void a_comment_does_not_end_the_variables_however_far_left_it_begins() {
        var text = """
                environment_variables:
                  A: one
                # B: two
                  C: three
                name: blue""";

        assertThat(parts(new VariablesHidden(Highlighter.NONE), text))
                .containsExactly("HIDDEN one", "HIDDEN # B: two", "HIDDEN three");
    }

    @Test
    void variables_are_found_and_hidden_however_their_key_is_written_and_by_the_same_rule() {
        for (var key : List.of(
                "environment_variables:",
                "environment_variables : ",
                "'environment_variables':",
                "  \"environment_variables\" : ",
                "{\"environment_variables\":",
                "{name: blue, environment_variables: ")) {
            assertThat(VariableLines.areIn("name: blue\n" + key)).as(key).isTrue();
            assertThat(parts(new VariablesHidden(Highlighter.NONE), key + "{A: one,\n     B: two}"))
                    .as(key)
                    .containsExactly("HIDDEN {A: one,", "HIDDEN two}");
        }
        for (var key : List.of("my_environment_variables:", "environment_variables", "'environment_variables:", "")) {
            assertThat(VariableLines.areIn(key)).as(key).isFalse();
            assertThat(parts(new VariablesHidden(Highlighter.NONE), key + "\n  B: two"))
                    .as(key)
                    .isEmpty();
        }
    }

    @Test
    void nothing_that_is_typed_trips_it() {
        for (var text : List.of(
                "", "{", "'", "\"", "- - -", ":", "::", "#", "a:\tb", "[[,]", "|", "> x", "\\", "-1-", "é: ü")) {
            for (var language : Language.values()) {
                assertThat(parts(language, text)).as(text).isNotNull();
                assertThat(parts(new VariablesHidden(language.highlighter()), "environment_variables:\n " + text))
                        .as(text)
                        .isNotNull();
            }
        }
    }

    private static List<String> parts(Language language, String text) {
        return parts(language.highlighter(), text);
    }

    private static List<String> parts(Highlighter highlighter, String text) {
        var parts = new ArrayList<String>();
        int before = Highlighter.START;
        for (var line : text.split("\n", -1)) {
            var found = highlighter.highlight(line, before);
            int at = 0;
            for (var span : found.spans()) {
                assertThat(span.start()).isGreaterThanOrEqualTo(at);
                assertThat(span.end()).isLessThanOrEqualTo(line.length());
                parts.add(span.token() + " " + line.substring(span.start(), span.end()));
                at = span.end();
            }
            before = found.after();
        }
        return parts;
    }
}
