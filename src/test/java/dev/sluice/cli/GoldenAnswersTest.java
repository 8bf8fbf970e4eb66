package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is printed of each verb's answer, against what the library of the cloud's command line prints of the same answer:
 * {@code as_the_cloud_prints.py} has made the golden files, all but those of JSON, which is the answer itself.
 */
class GoldenAnswersTest {

    @ParameterizedTest(name = "{0} -o {1}")
    @MethodSource("everyAnswerInEachForm")
    void every_verb_s_answer_is_printed_letter_for_letter_as_the_cloud_prints_it(String name, Printer.Form form) {
        var answer = SampleAnswers.byName().get(name);
        var golden = read("answers/" + name + "." + form.name().toLowerCase(Locale.ROOT));

        assertThat(printed(answer, Query.ALL, form)).isEqualTo(golden);
    }

    @ParameterizedTest(name = "{0} --query {1} -o {2}")
    @MethodSource("everyQueryInEachForm")
    void what_scripts_ask_for_is_printed_letter_for_letter_as_the_cloud_prints_it(
            String name, String query, Printer.Form form, String golden) {
        var answer = SampleAnswers.byName().get(name);

        assertThat(printed(answer, Query.of(query), form)).isEqualTo(golden);
    }

    @Test
    void nothing_is_printed_of_a_verb_that_answers_nothing() {
        for (var form : Printer.Form.values()) {
            assertThat(printed(Shapes.JSON.nullNode(), Query.ALL, form)).isEmpty();
            assertThat(printed(Shapes.JSON.missingNode(), Query.ALL, form)).isEmpty();
        }
    }

    @Test
    void o_none_prints_nothing_of_any_answer() {
        SampleAnswers.byName()
                .values()
                .forEach(answer -> assertThat(printed(answer, Query.ALL, Printer.Form.NONE))
                        .isEmpty());
    }

    static Stream<Arguments> everyAnswerInEachForm() {
        return SampleAnswers.byName().keySet().stream().flatMap(name -> forms().map(form -> Arguments.of(name, form)));
    }

    static Stream<Arguments> everyQueryInEachForm() throws IOException {
        var cases = new ObjectMapper().readTree(read("queries.json"));
        return StreamSupport.stream(cases.spliterator(), false).flatMap(GoldenAnswersTest::inEachForm);
    }

    private static Stream<Arguments> inEachForm(JsonNode one) {
        return forms().map(form -> Arguments.of(
                one.get("answer").asText(),
                one.get("query").asText(),
                form,
                one.get(form.name().toLowerCase(Locale.ROOT)).asText()));
    }

    private static Stream<Printer.Form> forms() {
        return Stream.of(Printer.Form.JSON, Printer.Form.TABLE, Printer.Form.TSV, Printer.Form.YAML);
    }

    static String printed(JsonNode answer, Query query, Printer.Form form) {
        var text = new StringWriter();
        Printer.print(answer, query, form, new PrintWriter(text));
        return text.toString();
    }

    static String read(String name) {
        try (InputStream file = GoldenAnswersTest.class.getResourceAsStream("/cli/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
