package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.logs.LogEntry.Level;
import dev.sluice.control.LogLine;
import dev.sluice.domain.HandClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    private final HandClock clock = new HandClock(NOON);
    private final LogReader reader = new LogReader(clock);

    @Test
    void the_servers_time_is_read_off_the_line() {
        var entry = read("2026-03-01 11:59:58,250 I [53] sluice - Listening at: http://127.0.0.1:31001 (7)");

        assertThat(entry.at()).isEqualTo(Instant.parse("2026-03-01T11:59:58.250Z"));
        assertThat(entry.timed()).isTrue();
        assertThat(entry.text()).isEqualTo("I [53] sluice - Listening at: http://127.0.0.1:31001 (7)");
    }

    @Test
    void lines_without_a_time_go_with_the_line_of_their_instance_before_them_and_are_as_grave() {
        read("2026-03-01 11:59:58,250 E [53] sluice.user_script - Traceback (most recent call last):");
        reader.read(BLUE, new LogLine("blue-2", "2026-03-01 11:00:00,000 I [1] x - other"));

        var entry = read("  File \"score.py\", line 31, in run");

        assertThat(entry.at()).isEqualTo(Instant.parse("2026-03-01T11:59:58.250Z"));
        assertThat(entry.timed()).isFalse();
        assertThat(entry.level()).isEqualTo(Level.ERROR);
    }

    @Test
    void lines_without_a_time_that_come_later_were_written_when_they_came() {
        read("2026-03-01 11:59:58,250 E [53] sluice - boom");
        clock.forward(30);

        var late = read("INFO:     127.0.0.1:4711 - \"POST /score HTTP/1.1\" 200 OK");
        clock.forward(Duration.ofMillis(300));
        var next = read("INFO:     127.0.0.1:4711 - \"GET / HTTP/1.1\" 200 OK");
        var part = read("\tat line 3");

        assertThat(late.at()).isEqualTo(NOON.plusSeconds(30));
        assertThat(late.timed()).isTrue();
        assertThat(late.level()).as("not of the line before").isEqualTo(Level.PLAIN);
        assertThat(next.at()).isEqualTo(NOON.plusMillis(30_300));
        assertThat(part.at()).isEqualTo(next.at());
        assertThat(part.timed()).as("belongs to the one before").isFalse();
    }

    @Test
    void lines_come_in_the_order_of_their_instance_although_its_clock_is_ahead() {
        read("2026-03-01 12:05:00,000 I [53] sluice - ahead");
        clock.forward(30);

        assertThat(read("hello").at()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void lines_of_the_past_that_say_no_time_stay_together_at_the_moment_when_following_began() {
        read("INFO:     Started server process");
        clock.forward(Duration.ofMillis(400));

        var last = read("INFO:     Waiting for application startup.");

        assertThat(last.at()).isEqualTo(NOON);
        assertThat(last.timed()).as("nobody knows").isFalse();
        assertThat(last.level()).isEqualTo(Level.PLAIN);
    }

    @Test
    void times_of_other_servers_are_read_too() {
        assertThat(read("[2026-03-01 14:00:01 +0200] [7] [INFO] Listening"))
                .extracting(LogEntry::at, LogEntry::text)
                .containsExactly(NOON.plusSeconds(1), "[7] [INFO] Listening");
        assertThat(read("[2026-03-01 12:00:01,500] ERROR in app: boom").at()).isEqualTo(NOON.plusMillis(1_500));
        assertThat(read("2026-03-01T09:30:01.5-02:30 INFO hello").at()).isEqualTo(NOON.plusMillis(1_500));
        assertThat(read("2026-03-01T12:00:01Z hello").at()).isEqualTo(NOON.plusSeconds(1));
        assertThat(read("2026-03-01 12:00:01.000002: E external/x.cc:84] boom"))
                .extracting(LogEntry::at, LogEntry::text, LogEntry::level)
                .containsExactly(NOON.plusNanos(1_000_002_000), "E external/x.cc:84] boom", Level.ERROR);
        assertThat(read("E0301 12:00:01.000002 1 server.cc:592] boom"))
                .extracting(LogEntry::at, LogEntry::text, LogEntry::level)
                .containsExactly(NOON.plusNanos(1_000_002_000), "E 1 server.cc:592] boom", Level.ERROR);
        assertThat(read("I1231 23:59:59.000000 1 server.cc:592] old").at())
                .isEqualTo(Instant.parse("2025-12-31T23:59:59Z"));
    }

    @Test
    void a_first_line_without_a_time_came_now() {
        assertThat(read("hello").at()).isEqualTo(NOON);
    }

    @Test
    void what_only_looks_like_a_time_is_text() {
        assertThat(read("2026-13-45 99:00:00,000 boom").text()).isEqualTo("2026-13-45 99:00:00,000 boom");
        assertThat(read("2026-03-01 11:59:58.2501234567890 x").timed()).isFalse();
        assertThat(read("2026-03-01 11:59:58 +99:00 x").timed()).isFalse();
        assertThat(read("I1345 11:59:58.250 1 x").timed()).isFalse();
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
