package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.NOON;
import static dev.sluice.console.logs.LogLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.LogLine;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilteredLinesTest {

    private static final LogFilter APPLES = LogFilter.NONE.with(Words.of("apple"));

    private static final List<String> ZERO_DIVISION = List.of(
            "2026-03-01 11:59:58,250 E [53] sluice - req=my-id Traceback (most recent call last):",
            "  File \"score.py\", line 12, in run",
            "ZeroDivisionError: float division by zero",
            "2026-03-01 11:59:58,260 I [53] sluice.access - POST /score 500 4.270ms 92 my-id");

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
    void older_lines_leave_the_others_and_the_search_where_they_are() {
        lines.filter(APPLES);
        var kept = List.of(line("apple 3", 3), line("pear", 3), line("apple 5", 5));
        lines.add(kept);
        lines.search().look(Words.of("apple"));

        lines.addOlder(List.of(line("apple 1", 1), line("plum", 1), line("apple 3", 3), line("blue-2", "apple 4", 4)));

        assertThat(shown()).containsExactly("apple 1", "apple 3", "apple 3", "apple 4", "apple 5");
        assertThat(lines.shown().get(2)).isSameAs(kept.get(0));
        assertThat(lines.shift().of(0)).isEqualTo(2);
        assertThat(lines.shift().of(1)).isEqualTo(4);
        assertThat(lines.search().summaryProperty().get()).isEqualTo("5 of 5");
        lines.filter(LogFilter.NONE);
        assertThat(shown()).containsExactly("apple 1", "plum", "apple 3", "apple 3", "pear", "apple 4", "apple 5");
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

    @Test
    void a_traceback_is_shown_as_a_whole_for_a_word_in_one_of_its_lines_also_if_it_comes_in_two_parts() {
        lines.filter(LogFilter.NONE.with(Words.of("zerodiv")));
        var reader = new LogReader(Clock.fixed(NOON, ZoneOffset.UTC));
        var read = ZERO_DIVISION.stream()
                .map(text -> reader.read(BLUE, new LogLine("blue-1", text)))
                .toList();

        lines.add(read.subList(0, 2));
        assertThat(shown()).isEmpty();
        lines.add(read.subList(2, 4));

        assertThat(shown())
                .containsExactly(
                        "E [53] sluice - req=my-id Traceback (most recent call last):",
                        "  File \"score.py\", line 12, in run",
                        "ZeroDivisionError: float division by zero");
        assertThat(lines.shown().get(0).timed()).as("says when").isTrue();
    }

    @Test
    void what_was_in_sight_is_known_to_have_moved_when_a_traceback_before_it_appears() {
        var at = LogFilter.NONE.with(Words.of("b"));
        lines.filter(at);
        lines.add(List.of(line("bat", 1), part("blue-2", "head", "head", 2), line("bird", 2)));
        assertThat(shown()).containsExactly("bat", "bird");

        lines.add(List.of(part("blue-2", "bee", "head", 2)));

        assertThat(shown()).containsExactly("bat", "head", "bird", "bee");
        assertThat(lines.shift().of(0)).isZero();
        assertThat(lines.shift().of(1)).isEqualTo(2);
    }

    @Test
    void of_a_message_with_a_grave_line_all_are_shown_among_the_grave_ones() {
        lines.add(List.of(
                part("blue-1", "it broke", "it broke", 1), grave("KeyError: 'a'", "it broke", 1), line("well", 2)));

        lines.filter(LogFilter.NONE.with(LogLevels.ERRORS));

        assertThat(shown()).containsExactly("it broke", "KeyError: 'a'");
    }

    private static LogEntry part(String instance, String text, String first, int second) {
        return new LogEntry(BLUE, instance, NOON.plusSeconds(second), true, text, LogEntry.Level.PLAIN, first);
    }

    private static LogEntry grave(String text, String first, int second) {
        return new LogEntry(BLUE, "blue-1", NOON.plusSeconds(second), false, text, LogEntry.Level.ERROR, first);
    }

    private List<String> shown() {
        return lines.shown().stream().map(LogEntry::text).toList();
    }
}
