package dev.sluice.console.logs;

import static dev.sluice.console.logs.LogLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogSearchTest {

    private final List<LogEntry> lines = new ArrayList<>(List.of(
            line("an apple", 1), line("a pear", 2), line("two Apples", 3), line("plums", 4), line("apple pie", 5)));
    private final LogSearch search = new LogSearch(lines);

    @Test
    void it_stands_on_the_newest_hit_first_and_goes_round() {
        search.look(Words.of("apple"));
        assertThat(standsOn()).isEqualTo("apple pie: 3 of 3");

        search.previous();
        assertThat(standsOn()).isEqualTo("two Apples: 2 of 3");
        search.previous();
        search.previous();
        assertThat(standsOn()).isEqualTo("apple pie: 3 of 3");
        search.next();
        assertThat(standsOn()).isEqualTo("an apple: 1 of 3");
    }

    @Test
    void lines_that_come_and_go_are_counted_and_the_place_is_kept() {
        search.look(Words.of("apple"));
        search.previous();

        var newer = List.of(line("one more apple", 6), line("nut", 7));
        lines.addAll(newer);
        search.added(newer);
        var older = List.copyOf(lines.subList(0, 2));
        lines.subList(0, 2).clear();
        search.forgotten(older);

        assertThat(standsOn()).isEqualTo("two Apples: 1 of 3");
        search.next();
        assertThat(standsOn()).isEqualTo("apple pie: 2 of 3");
    }

    @Test
    void two_lines_that_say_the_same_are_two_hits() {
        lines.clear();
        lines.add(line("tick", 1));
        lines.add(line("tick", 1));
        search.look(Words.of("tick"));

        search.previous();
        assertThat(search.summaryProperty().get()).isEqualTo("1 of 2");
        search.previous();
        assertThat(search.summaryProperty().get()).isEqualTo("2 of 2");
    }

    @Test
    void without_words_nothing_is_a_hit() {
        search.look(Words.of("apple"));
        search.look(Words.of("  "));

        assertThat(search.summaryProperty().get()).isEmpty();
        assertThat(search.isHit(lines.get(0))).isFalse();
    }

    @Test
    void words_that_stand_nowhere_say_so() {
        search.look(Words.of("zebra"));
        search.next();

        assertThat(search.summaryProperty().get()).isEqualTo("0 of 0");
    }

    private String standsOn() {
        return search.currentProperty().get().orElseThrow().text() + ": "
                + search.summaryProperty().get();
    }
}
