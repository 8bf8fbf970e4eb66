package dev.sluice.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonDiffTest {

    @Test
    void differences_are_named_by_their_path() {
        assertThat(JsonDiff.between(
                        "{\"predictions\": [1, 2], \"model\": {\"name\": \"a\"}, \"only left\": 1}",
                        "{\"model\": {\"name\": \"b\"}, \"predictions\": [1, 3, 4]}"))
                .hasValueSatisfying(found -> assertThat(found)
                        .containsExactly(
                                new Difference("$.predictions[1]", "2", "3"),
                                new Difference("$.predictions[2]", "", "4"),
                                new Difference("$.model.name", "\"a\"", "\"b\""),
                                new Difference("$['only left']", "1", "")));
    }

    @Test
    void spaces_order_and_how_numbers_are_written_make_no_difference() {
        assertThat(JsonDiff.between("{\"a\": 1.0, \"b\": 2}", "{ \"b\":2, \"a\":1 }"))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
        assertThat(JsonDiff.between("70.0", "71"))
                .hasValueSatisfying(found -> assertThat(found).containsExactly(new Difference("$", "70.0", "71")));
    }

    @Test
    void what_is_no_json_cannot_be_compared_by_path() {
        assertThat(JsonDiff.between("{\"a\": 1}", "Traceback")).isEmpty();
        assertThat(JsonDiff.between("", "{}")).isEmpty();
        assertThat(JsonDiff.between("{} {}", "{}")).isEmpty();
    }

    @Test
    void there_is_an_end_to_differences() {
        var left = IntStream.range(0, 5_000).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        assertThat(JsonDiff.between(left, left.replace("1", "7")))
                .hasValueSatisfying(found -> assertThat(found).hasSize(JsonDiff.MOST));
    }
}
