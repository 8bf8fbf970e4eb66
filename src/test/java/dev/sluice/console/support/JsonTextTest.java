package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void members_stand_on_their_own_lines_and_short_arrays_on_one() {
        assertThat(JsonText.pretty("{\"data\":[[1,2],[3,4]],\"n\":2}")).isEqualTo("""
                        {
                          "data": [
                            [1, 2],
                            [3, 4]
                          ],
                          "n": 2
                        }""");
    }

    @Test
    void what_stands_in_strings_is_left_alone() {
        assertThat(JsonText.pretty("{\"a\" : \"x, {y}: \\\"z\\\" [1]\"}"))
                .isEqualTo("{\n  \"a\": \"x, {y}: \\\"z\\\" [1]\"\n}");
    }

    @Test
    void empty_objects_and_plain_values_stay_as_they_are() {
        assertThat(JsonText.pretty("{}")).isEqualTo("{}");
        assertThat(JsonText.pretty(" [ ] ")).isEqualTo("[]");
        assertThat(JsonText.pretty("42")).isEqualTo("42");
        assertThat(JsonText.pretty("[-1.5e-3, null, true]")).isEqualTo("[-1.5e-3, null, true]");
    }

    @Test
    void what_is_not_json_is_left_alone() {
        for (var text : List.of(
                "{\"a\": \"unfin",
                "\"\\",
                "]]",
                "[1, 2",
                "[Errno 2] No such file: [x]",
                "{'a': 1}",
                "[1 2]",
                "[1}",
                "")) {
            assertThat(JsonText.pretty(text)).isEqualTo(text);
            assertThat(JsonText.compact(text)).isEqualTo(text);
        }
    }

    @Test
    void a_long_text_is_laid_out_without_running_out_of_stack() {
        var long_ = "[" + "[\"" + "x".repeat(100_000) + "\",1],".repeat(20) + "0]";
        assertThat(JsonText.compact(JsonText.pretty(long_))).isEqualTo(long_);
    }

    @Test
    void laying_out_twice_changes_nothing_more() {
        var once = JsonText.pretty("[{\"p\":[1,2,3],\"q\":{\"r\":null}},[]]");
        assertThat(JsonText.pretty(once)).isEqualTo(once);
    }
}
