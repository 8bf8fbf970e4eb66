package dev.sluice.console.support.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.diff.LineDiff.Kind;
import dev.sluice.console.support.diff.LineDiff.Row;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void a_changed_line_goes_and_comes_between_those_that_stay() {
        assertThat(LineDiff.of("a\nb\nc\n", "a\nB\nc\nd\n").rows())
                .containsExactly(
                        new Row(Kind.SAME, 1, 1, "a"),
                        new Row(Kind.REMOVED, 2, 0, "b"),
                        new Row(Kind.ADDED, 0, 2, "B"),
                        new Row(Kind.SAME, 3, 3, "c"),
                        new Row(Kind.ADDED, 0, 4, "d"));
    }

    @Test
    void lines_after_a_removal_keep_both_their_numbers() {
        assertThat(LineDiff.of("a\nb\nc", "b\nc").rows())
                .containsExactly(
                        new Row(Kind.REMOVED, 1, 0, "a"), new Row(Kind.SAME, 2, 1, "b"), new Row(Kind.SAME, 3, 2, "c"));
    }

    @Test
    void the_same_text_has_no_difference() {
        assertThat(LineDiff.of("a\nb", "a\nb").isEmpty()).isTrue();
        assertThat(LineDiff.of("a", "b").isEmpty()).isFalse();
    }

    @Test
    void all_of_a_text_is_new_where_there_was_none() {
        assertThat(LineDiff.of("", "a\nb").count(Kind.ADDED)).isEqualTo(2);
    }
}
