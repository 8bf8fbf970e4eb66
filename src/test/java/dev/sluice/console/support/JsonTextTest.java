package dev.sluice.console.support;

import static org.assertj.core.api.Assertions.assertThat;

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
    }

    @Test
    void text_that_breaks_off_is_shown_as_far_as_it_goes() {
        assertThat(JsonText.pretty("{\"a\": \"unfin")).contains("\"unfin");
        assertThat(JsonText.pretty("\"\\")).isEqualTo("\"\\");
        assertThat(JsonText.pretty("]]")).contains("]");
    }

    @Test
    void laying_out_twice_changes_nothing_more() {
        var once = JsonText.pretty("[{\"p\":[1,2,3],\"q\":{\"r\":null}},[]]");
        assertThat(JsonText.pretty(once)).isEqualTo(once);
    }
}
