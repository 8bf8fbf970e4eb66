package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.NOON;
import static dev.sluice.console.logs.LogLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OlderLinesTest {

    @Test
    void each_line_is_there_once_whether_it_is_told_again_or_came_since() {
        var kept = List.of(line("b", 2), line("c", 3), line("d", 3), line("e", 4));
        var told = List.of(line("a", 1), line("b", 2), line("c", 3));

        assertThat(texts(OlderLines.joined(kept, told))).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void what_an_instance_tells_no_more_stays() {
        var kept = List.of(line("a", 1), line("blue-2", "last words", 2), line("c", 3));
        var told = List.of(line("b", 2), line("c", 3));

        assertThat(texts(OlderLines.joined(kept, told))).containsExactlyInAnyOrder("a", "b", "c", "last words");
    }

    @Test
    void lines_of_an_instance_that_never_says_a_time_stay_as_they_are() {
        var kept = List.of(line("a", 1));
        var told = new LogEntry(BLUE, "blue-1", NOON.plusSeconds(9), false, "a", LogEntry.Level.PLAIN, "a");

        assertThat(OlderLines.joined(kept, List.of(told))).isEqualTo(kept);
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

    private static List<String> texts(List<LogEntry> lines) {
        return lines.stream().map(LogEntry::text).toList();
    }
}
