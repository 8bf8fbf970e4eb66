package dev.sluice.console.logs;

import static dev.sluice.console.logs.LogLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilteredLinesTest {

    private static final LogFilter APPLES = LogFilter.NONE.with(Words.of("apple"));

    private final FilteredLines lines = new FilteredLines();

    @Test
    void what_the_filter_hides_is_kept_and_comes_back_without_it() {
        lines.add(List.of(line("apple", 1), line("pear", 2)));

        lines.filter(APPLES);
        assertThat(shown()).containsExactly("apple");
        assertThat(lines.kept()).hasSize(2);

        lines.filter(LogFilter.NONE);
        assertThat(shown()).containsExactly("apple", "pear");
    }

    @Test
    void a_line_that_comes_late_stands_in_its_place_and_it_is_known_where_the_others_went() {
        lines.filter(APPLES);
        lines.add(List.of(line("apple 1", 1), line("pear", 3), line("apple 4", 4)));

        var change = lines.add(List.of(line("apple 2", 2)));

        assertThat(shown()).containsExactly("apple 1", "apple 2", "apple 4");
        assertThat(change.again()).as("of all that are kept").hasSize(2);
        assertThat(lines.shift().of(1)).as("of those that are shown").isEqualTo(2);
    }

    @Test
    void the_search_counts_only_what_is_shown_also_when_lines_come_and_go() {
        lines.add(List.of(line("a ripe apple", -1), line("a ripe pear", -1)));
        lines.search().look(Words.of("ripe"));
        lines.filter(APPLES);
        lines.add(List.of(line("another ripe apple", 0), line("ripe plums", 0)));
        assertThat(lines.search().summaryProperty().get()).isEqualTo("0 of 2");

        lines.add(LogLines.of(LogBuffer.MOST_LINES - 2));

        assertThat(shown()).containsExactly("another ripe apple");
        assertThat(lines.search().summaryProperty().get()).isEqualTo("0 of 1");
    }

    @Test
    void lines_to_begin_with_are_filtered_anew_and_have_come_from_nowhere() {
        lines.filter(APPLES);
        lines.add(List.of(line("apple 1", 1), line("apple 3", 3)));
        lines.add(List.of(line("apple 2", 2)));

        lines.beginWith(List.of(line("pear", 1), line("plum", 2)), LogFilter.NONE);

        assertThat(shown()).containsExactly("pear", "plum");
        assertThat(lines.kept()).hasSize(2);
        assertThat(lines.filter()).isEqualTo(LogFilter.NONE);
        assertThat(lines.shift().of(1)).isEqualTo(1);
    }

    @Test
    void what_was_kept_beyond_the_usual_goes_from_both_when_that_ends() {
        lines.widen();
        lines.add(List.of(line("apple", -1)));
        lines.add(LogLines.of(LogBuffer.MOST_LINES));
        lines.filter(APPLES);
        assertThat(shown()).containsExactly("apple");

        var forgotten = lines.narrow();

        assertThat(forgotten).extracting(LogEntry::text).containsExactly("apple");
        assertThat(shown()).isEmpty();
        assertThat(lines.kept()).hasSize(LogBuffer.MOST_LINES);
    }

    private List<String> shown() {
        return lines.shown().stream().map(LogEntry::text).toList();
    }
}
