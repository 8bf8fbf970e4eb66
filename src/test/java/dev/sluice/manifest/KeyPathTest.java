package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.manifest.KeyPath.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPathTest {

    @Test
    void keys_are_parted_by_dots_and_items_of_lists_stand_in_brackets() {
        assertThat(KeyPath.parse("a.b_c[0].d[name=x.y]").steps())
                .containsExactly(
                        new Step.Key("a"),
                        new Step.Key("b_c"),
                        new Step.Index(0),
                        new Step.Key("d"),
                        new Step.Match("name", "x.y"));
    }

    @Test
    void a_key_with_dots_of_its_own_stands_in_quotes() {
        assertThat(KeyPath.parse("tags.\"a.b\"").steps()).containsExactly(new Step.Key("tags"), new Step.Key("a.b"));
        assertThat(KeyPath.parse("tags.'a[0]'").steps()).containsExactly(new Step.Key("tags"), new Step.Key("a[0]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "a[3].b", "a[name=x].b", "tags.\"a.b\""})
    void it_is_written_as_it_is_read(String text) {
        assertThat(KeyPath.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a[", "a[x]", "a[]", "a[-1]", "\"a", "a[9999999]"})
    void what_is_no_path_is_refused_with_what_was_typed(String text) {
        assertThatThrownBy(() -> KeyPath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
