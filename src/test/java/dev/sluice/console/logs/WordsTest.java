package dev.sluice.console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.logs.Words.Span;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void each_place_where_they_stand_is_told_in_either_case() {
        assertThat(Words.of(" error ").in("KeyError: an error")).containsExactly(new Span(3, 8), new Span(13, 18));
    }

    @Test
    void signs_stand_for_themselves() {
        assertThat(Words.of("[*").in("x[*]")).containsExactly(new Span(1, 3));
    }

    @Test
    void without_words_nothing_is_marked() {
        assertThat(Words.NONE.in("anything")).isEmpty();
    }
}
