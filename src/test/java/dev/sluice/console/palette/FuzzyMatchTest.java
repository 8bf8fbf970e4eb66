package dev.sluice.console.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void letters_in_their_order_mean_a_text_whatever_their_case() {
        assertThat(FuzzyMatch.of("NEND", "New endpoint...")).isPresent();
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

    @Test
    void letters_scattered_over_a_text_do_not_mean_it() {
        assertThat(FuzzyMatch.of("scale", "Undo change of traffic: diabetes back to blue 100 %"))
                .isEmpty();
        assertThat(FuzzyMatch.of("mir", "New deployment in churn-score...")).isEmpty();
    }

    @Test
    void words_may_be_typed_in_any_order_and_signs_part_them() {
        assertThat(FuzzyMatch.of("green dia", "Go to deployment diabetes/green"))
                .isPresent();
        assertThat(FuzzyMatch.of("dia/gr", "Go to deployment diabetes/green"))
                .hasValueSatisfying(match -> assertThat(match.letters()).containsExactly(17, 18, 19, 26, 27));
    }

    @Test
    void a_word_of_the_text_or_its_beginning_is_clear_and_anything_else_is_weak() {
        assertThat(isWeak("undo", "Undo change of traffic")).isFalse();
        assertThat(isWeak("undo cha", "Undo change of traffic")).isFalse();
        assertThat(isWeak("un", "Undo change of traffic")).isTrue();
        assertThat(isWeak("uct", "Undo change of traffic")).isTrue();
        assertThat(isWeak("hang", "Undo change of traffic")).isTrue();
    }

    private static boolean isWeak(String typed, String text) {
        return FuzzyMatch.of(typed, text).orElseThrow().weak();
    }

    private static String best(String typed, String... titles) {
        return List.of(titles).stream()
                .max(Comparator.comparingInt(title ->
                        FuzzyMatch.of(typed, title).map(FuzzyMatch::score).orElse(Integer.MIN_VALUE)))
                .orElseThrow();
    }
}
