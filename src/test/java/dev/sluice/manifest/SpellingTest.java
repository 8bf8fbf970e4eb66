package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> WORDS = List.of("id", "name", "endpoint_name", "instance_count");

    @Test
    void the_nearest_word_is_what_was_meant() {
        assertThat(Spelling.nearest("nmae", WORDS)).contains("name");
        assertThat(Spelling.nearest("endpointName", WORDS)).contains("endpoint_name");
        assertThat(Spelling.nearest("instances_count", WORDS)).contains("instance_count");
    }

    @Test
    void a_word_that_would_change_altogether_was_not_meant() {
        assertThat(Spelling.nearest("zz", WORDS)).isEmpty();
        assertThat(Spelling.nearest("completely_different", WORDS)).isEmpty();
        assertThat(Spelling.nearest("x".repeat(100_000), WORDS)).isEmpty();
    }
}
