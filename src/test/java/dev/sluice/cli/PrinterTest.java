package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** What is in no golden file of {@link GoldenAnswersTest}. */
class PrinterTest {

    @Test
    void jsonc_has_colours_for_keys_texts_and_numbers_on_a_terminal() {
        assertThat(printed("{\"a\":\"b\",\"n\":1}", Printer.Form.JSONC)).isEqualTo("""
                        {
                          \u001b[94m"a"\u001b[39;49;00m: \u001b[33m"b"\u001b[39;49;00m,
                          \u001b[94m"n"\u001b[39;49;00m: \u001b[34m1\u001b[39;49;00m
                        }
                        """);
    }

    @Test
    void in_a_pipe_jsonc_is_json_and_all_other_forms_stay_what_they_are() {
        assertThat(Printer.Form.values()).extracting(Printer.Form::inPipe).doesNotContain(Printer.Form.JSONC);
        assertThat(Printer.Form.JSONC.inPipe()).isEqualTo(Printer.Form.JSON);
        assertThat(Printer.Form.TSV.inPipe()).isEqualTo(Printer.Form.TSV);
    }

    @Test
    void json_leaves_letters_of_all_languages_and_escapes_what_no_terminal_shows() {
        assertThat(printed("[\"naïve ☕ \\\"q\\\" \\\\ \\n\\t\\r\\b\\f \\u0007 \\u007f\"]", Printer.Form.JSON))
                .isEqualTo("[\n  \"naïve ☕ \\\"q\\\" \\\\ \\n\\t\\r\\b\\f \\u0007 \u007f\"\n]\n");
    }

    @Test
    void a_table_shows_values_within_a_list_as_python_does() {
        assertThat(printed(
                        "[[\"it's\", {\"blue\": 100, \"s\": \"x\"}, [1, true, null], null, 0.1]]", Printer.Form.TABLE))
                .isEqualTo("""
                        Column1    Column2                  Column3          Column4    Column5
                        ---------  -----------------------  ---------------  ---------  ---------
                        it's       {'blue': 100, 's': 'x'}  [1, True, None]             0.1
                        """);
    }

    @Test
    void a_table_of_nothing_is_an_empty_line() {
        assertThat(printed("[]", Printer.Form.TABLE)).isEqualTo("\n");
        assertThat(printed("{\"traffic\":{}}", Printer.Form.TABLE)).isEqualTo("\n");
    }

    @Test
    void a_column_that_only_a_later_row_has_comes_last() {
        assertThat(printed("[{\"name\":\"a\"},{\"alias\":\"x\",\"name\":\"b\"}]", Printer.Form.TABLE))
                .isEqualTo("""
                        Name    Alias
                        ------  -------
                        a
                        b       x
                        """);
    }

    @Test
    void tsv_spells_truth_in_small_letters_only_where_it_stands_alone() {
        assertThat(printed("true", Printer.Form.TSV)).isEqualTo("true\n");
        assertThat(printed("[true,[false,null]]", Printer.Form.TSV)).isEqualTo("true\nFalse\tNone\n");
    }

    @Test
    void numbers_are_as_short_as_they_can_be() {
        assertThat(printed("[0.1,1.0,-0.0,1e16,123456789.125,1.5e-7,1e300]", Printer.Form.TSV))
                .isEqualTo("0.1\n1.0\n-0.0\n1e+16\n123456789.125\n1.5e-07\n1e+300\n");
    }

    private static String printed(String json, Printer.Form form) {
        try {
            return GoldenAnswersTest.printed(new ObjectMapper().readTree(json), Query.ALL, form);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
