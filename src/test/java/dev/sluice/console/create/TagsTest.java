package dev.sluice.console.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TagsTest {

    @Test
    void are_read_as_names_and_values() {
        assertThat(Tags.parse(" team = vision, stage=a=b ,"))
                .contains(new TreeMap<>(Map.of("team", "vision", "stage", "a=b")));
    }

    @Test
    void none_are_none() {
        assertThat(Tags.parse(" ")).contains(new TreeMap<>());
    }

    @Test
    void a_part_without_name_or_equals_sign_is_not_a_tag() {
        assertThat(Tags.parse("team")).isEmpty();
        assertThat(Tags.parse("=vision")).isEmpty();
    }

    @Test
    void are_written_as_they_are_read() {
        var tags = new TreeMap<>(Map.of("team", "vision", "stage", "test"));

        assertThat(Tags.parse(Tags.text(tags))).contains(tags);
    }
}
