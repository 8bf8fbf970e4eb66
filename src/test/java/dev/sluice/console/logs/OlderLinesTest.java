package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.NOON;
import static dev.sluice.console.logs.LogLines.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.control.LogLine;
import dev.sluice.domain.HandClock;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OlderLinesTest {

    @Test
    void only_what_is_from_before_the_kept_lines_is_taken_and_not_what_is_on_its_way() {
        var kept = List.of(line("b", 2), line("c", 3));
        var told = List.of(line("a", 1), line("b", 2), line("c", 3), line("d", 4));

        assertThat(older(kept, told)).containsExactly("a");
        assertThat(older(told.subList(2, 4), told.subList(0, 3)))
                .as("more has come since")
                .containsExactly("a", "b");
    }

    @Test
    void a_line_that_says_no_time_is_known_again_although_read_back_it_has_that_of_the_line_before_it() {
        var clock = new HandClock(NOON);
        var live = new LogReader(clock);
        var said =
                List.of("2026-03-01 12:00:00 up", "GET / 200", "2026-03-01 12:00:20 busy", "GET / 200", "GET /a 404");
        var told = said.stream().map(text -> new LogLine("blue-1", text)).toList();
        var kept = new ArrayList<LogEntry>();
        for (var line : told) {
            kept.add(live.read(BLUE, line));
            clock.forward(10);
        }
        var back = new LogReader(Clock.fixed(clock.instant(), ZoneOffset.UTC));
        var again = told.stream().map(line -> back.read(BLUE, line)).toList();

        for (int forgotten = 0; forgotten < 5; forgotten++) {
            assertThat(older(kept.subList(forgotten, 5), again)).isEqualTo(texts(again.subList(0, forgotten)));
        }
    }

    @Test
    void where_lines_say_the_same_again_and_again_their_times_tell_which_is_which() {
        var told = IntStream.range(0, 50_000).mapToObj(i -> line("same", i)).toList();

        assertThat(older(told.subList(30_000, 49_000), told)).hasSize(30_000);
    }

    @Test
    void without_a_place_that_is_sure_the_times_decide_and_no_line_comes_twice() {
        var kept = List.of(line("b", 2), line("x", 3), line("GET / 200", 9));
        var told = List.of(line("a", 1), untimed("GET / 200", 1), line("b", 2), line("c", 3));

        assertThat(older(kept, told)).containsExactly("a");
    }

    @Test
    void of_an_instance_without_lines_here_only_those_are_taken_that_are_older_than_any() {
        var kept = List.of(line("b", 2));
        var told = List.of(line("blue-2", "old", 1), line("blue-2", "on its way", 3), line("b", 2));

        assertThat(older(kept, told)).containsExactly("old");
        assertThat(older(List.of(), told)).hasSize(3);
    }

    @Test
    void what_is_older_stands_before_what_is_kept_although_nobody_says_a_time() {
        var told = List.of(untimed("a", 9), untimed("b", 9));

        assertThat(OlderLines.before(List.of(line("b", 1)), told))
                .extracting(LogEntry::text, LogEntry::at)
                .containsExactly(tuple("a", NOON.plusSeconds(1)));
    }

    @Test
    void several_instances_share_what_the_page_can_keep() {
        var lines = OlderLines.none().sharedBy(10).more(0);

        assertThat(lines.asked()).isEqualTo(5_000);
        assertThat(lines.canBeMore()).isFalse();
        assertThat(lines.more(0).asked()).isEqualTo(5_000);
        assertThat(OlderLines.none().sharedBy(0).more(0).more(0).asked()).isEqualTo(50_000);
        assertThat(OlderLines.none().sharedBy(100).more(0).asked())
                .as("never fewer")
                .isEqualTo(2_000);
    }

    @Test
    void more_is_more_than_the_page_has() {
        assertThat(OlderLines.none().more(0).asked()).isEqualTo(10_000);
        assertThat(OlderLines.none().more(9_000).asked()).isEqualTo(45_000);
        assertThat(OlderLines.none().more(49_000).asked()).isEqualTo(50_000);
    }

    private static LogEntry untimed(String text, int second) {
        return new LogEntry(BLUE, "blue-1", NOON.plusSeconds(second), false, text, LogEntry.Level.PLAIN, text);
    }

    private static List<String> older(List<LogEntry> kept, List<LogEntry> told) {
        return texts(OlderLines.before(kept, told));
    }

    private static List<String> texts(List<LogEntry> lines) {
        return lines.stream().map(LogEntry::text).toList();
    }
}
