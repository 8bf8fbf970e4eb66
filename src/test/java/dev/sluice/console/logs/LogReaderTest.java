package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.logs.LogEntry.Level;
import dev.sluice.control.LogLine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    private final LogReader reader = new LogReader(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void the_servers_time_is_read_off_the_line() {
        var entry = read("2026-03-01 11:59:58,250 I [53] sluice - Listening at: http://127.0.0.1:31001 (7)");

        assertThat(entry.at()).isEqualTo(Instant.parse("2026-03-01T11:59:58.250Z"));
        assertThat(entry.stamped()).isTrue();
        assertThat(entry.text()).isEqualTo("I [53] sluice - Listening at: http://127.0.0.1:31001 (7)");
    }

    @Test
    void lines_without_a_time_go_with_the_line_of_their_instance_before_them_and_are_as_grave() {
        read("2026-03-01 11:59:58,250 E [53] sluice.user_script - Traceback (most recent call last):");
        reader.read(BLUE, new LogLine("blue-2", "2026-03-01 11:00:00,000 I [1] x - other"));

        var entry = read("  File \"score.py\", line 31, in run");

        assertThat(entry.at()).isEqualTo(Instant.parse("2026-03-01T11:59:58.250Z"));
        assertThat(entry.stamped()).isFalse();
        assertThat(entry.level()).isEqualTo(Level.ERROR);
    }

    @Test
    void a_first_line_without_a_time_came_now() {
        assertThat(read("hello").at()).isEqualTo(NOON);
    }

    @Test
    void what_only_looks_like_a_time_is_text() {
        assertThat(read("2026-13-45 99:00:00,000 boom").text()).isEqualTo("2026-13-45 99:00:00,000 boom");
        assertThat(read("2026-03-01 11:59:58.2501234567890 x").stamped()).isFalse();
    }

    @Test
    void levels_are_seen_as_letters_or_words_but_not_inside_other_words() {
        assertThat(level("E0301 boom")).isEqualTo(Level.ERROR);
        assertThat(level("2026-03-01 12:00:00,1 E [5] x")).isEqualTo(Level.ERROR);
        assertThat(level("KeyError: 'data'")).isEqualTo(Level.ERROR);
        assertThat(level("Traceback (most recent call last):")).isEqualTo(Level.ERROR);
        assertThat(level("WARNING: old")).isEqualTo(Level.WARNING);
        assertThat(level("2026-03-01 12:00:00,1 W [5] x")).isEqualTo(Level.WARNING);
        assertThat(level("W 12 old")).isEqualTo(Level.WARNING);
        assertThat(level("TERRORS and I")).isEqualTo(Level.PLAIN);
        assertThat(level("Everything is well")).isEqualTo(Level.PLAIN);
    }

    @Test
    void the_request_of_a_line_is_the_access_lines_last_word_or_an_id_in_the_text() {
        assertThat(read("2026-03-01 12:00:00,1 I [5] sluice.access - POST /score 200 3.104ms 84 my-own-id")
                        .requestId())
                .contains("my-own-id");
        assertThat(read("2026-03-01 12:00:00,1 I [5] sluice.access - POST /score 200 3.104ms 84 -")
                        .requestId())
                .isEmpty();
        assertThat(read("2026-03-01 12:00:00,1 I [5] sluice.print - req=my-own-id said by the script")
                        .requestId())
                .contains("my-own-id");
        assertThat(read("I [5] root - request 7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa is odd")
                        .requestId())
                .contains("7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa");
    }

    private Level level(String text) {
        return new LogReader(Clock.fixed(NOON, ZoneOffset.UTC))
                .read(BLUE, new LogLine("blue-1", text))
                .level();
    }

    private LogEntry read(String text) {
        return reader.read(BLUE, new LogLine("blue-1", text));
    }
}
