package dev.sluice.console.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void letters_in_their_order_mean_a_text_whatever_their_case() {
        assertThat(FuzzyMatch.of("NEP", "New endpoint...")).isPresent();
        assertThat(FuzzyMatch.of("pen", "New endpoint...")).isEmpty();
    }

    @Test
    void letters_that_begin_words_are_the_ones_that_were_meant() {
        assertThat(FuzzyMatch.of("ne", "Open endpoint, new endpoint")
                        .orElseThrow()
                        .letters())
                .containsExactly(15, 16);
        assertThat(FuzzyMatch.of("gpt", "Go to page Traffic").orElseThrow().letters())
                .containsExactly(0, 6, 11);
    }

    @Test
    void a_word_that_is_typed_comes_before_letters_that_are_scattered() {
        assertThat(best("live", "Delete endpoint given", "Go to page Live")).isEqualTo("Go to page Live");
        assertThat(best("green", "Go to deployment diabetes/green", "Go to the region of endpoints, named"))
                .isEqualTo("Go to deployment diabetes/green");
    }

    @Test
    void blanks_do_not_matter_and_nothing_typed_means_everything() {
        assertThat(FuzzyMatch.of("new end", "New endpoint...")).isPresent();
        assertThat(FuzzyMatch.of(" ", "anything").orElseThrow().letters()).isEmpty();
    }

    @Test
    void a_word_is_not_preferred_if_the_rest_would_not_fit_behind_it() {
        assertThat(FuzzyMatch.of("ab", "xab a").orElseThrow().letters()).containsExactly(1, 2);
        assertThat(FuzzyMatch.of("xba", "x ab ba b").orElseThrow().letters()).containsExactly(0, 5, 6);
    }

    private static String best(String typed, String... titles) {
        return List.of(titles).stream()
                .max(Comparator.comparingInt(title ->
                        FuzzyMatch.of(typed, title).map(FuzzyMatch::score).orElse(Integer.MIN_VALUE)))
                .orElseThrow();
    }
}
