package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.LogLine;
import dev.sluice.domain.HandClock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which lines go on with which, as the scoring server, Python's logging and models write them. */
class LogMessageTest {

    private static final String STAMP = "2026-03-01 11:59:58,250 ";
    private static final String TRACEBACK = "Traceback (most recent call last):";

    private final HandClock clock = new HandClock(NOON);
    private final LogReader reader = new LogReader(clock);

    /** What comes in an instance's first second is taken for its past. */
    @BeforeEach
    void the_instance_has_been_there_for_a_while() {
        read("hello");
        clock.forward(2);
    }

    @Test
    void a_traceback_of_a_request_is_of_that_request_to_its_last_line() {
        var lines = read(
                STAMP + "E [53] sluice - req=my-id " + TRACEBACK,
                "  File \"score.py\", line 12, in run",
                "ValueError: two",
                "lines of 7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa",
                "",
                "During handling of the above exception, another exception occurred:",
                "",
                TRACEBACK,
                "KeyError: 'data'");

        assertThat(lines).allMatch(line -> line.requestId().equals(Optional.of("my-id")));
        assertThat(lines).allMatch(line -> line.level() == LogEntry.Level.ERROR);
        assertThat(lines).extracting(LogEntry::whole).containsOnly(lines.get(0).whole());
    }

    @Test
    void what_several_workers_write_between_each_other_is_told_apart_by_its_stamps_and_by_its_instance() {
        var lines = read(
                STAMP + "E [53] sluice - req=one " + TRACEBACK,
                "KeyError: 1",
                STAMP + "E [54] sluice - req=two " + TRACEBACK,
                "KeyError: 2",
                STAMP + "I [53] sluice.access - POST /score 500 4.270ms 92 one");
        var other = reader.read(BLUE, new LogLine("blue-2", "KeyError: 3"));

        assertThat(lines)
                .extracting(line -> line.requestId().orElse(""))
                .containsExactly("one", "one", "two", "two", "one");
        assertThat(other.requestId()).isEmpty();
    }

    @Test
    void what_a_library_writes_after_an_access_line_or_a_printed_one_is_nothing_of_that_request() {
        var lines = read(
                STAMP + "I [53] sluice.access - POST /score 200 4.270ms 92 one",
                "loaded 3 trees",
                STAMP + "I [53] sluice.print - req=two hello",
                "  indented");

        assertThat(lines.get(1).requestId()).isEmpty();
        assertThat(lines.get(1).level()).isEqualTo(LogEntry.Level.PLAIN);
        assertThat(lines.get(3).requestId()).isEmpty();
    }

    @Test
    void a_table_that_a_script_logs_during_a_request_is_of_it() {
        var lines = read(STAMP + "I [53] root - req=one    age", "0   41", "1   42");

        assertThat(lines).allMatch(line -> line.requestId().equals(Optional.of("one")));
    }

    @Test
    void of_a_message_outside_of_requests_indented_lines_and_the_traceback_of_its_exception_go_on_with_it() {
        assertThat(firsts(STAMP + "I [7] root - models:", "  a", "  b", "hello"))
                .containsExactly("I [7] root - models:", "I [7] root - models:", "I [7] root - models:", "hello");
        assertThat(firsts(STAMP + "I [7] root - retrying", TRACEBACK, "  File", "OSError: x"))
                .containsOnly("I [7] root - retrying");
    }

    @Test
    void a_traceback_that_says_no_time_is_one_and_ends_with_its_exception() {
        var lines = read(
                STAMP + "I [53] sluice.access - POST /score 200 4.270ms 92 one",
                TRACEBACK,
                "  File \"a.py\", line 1, in a",
                "KeyError: 1",
                "",
                "The above exception was the direct cause of the following exception:",
                "",
                TRACEBACK,
                "  File \"a.py\", line 2, in b",
                "ValueError: 2",
                "loaded 3 trees");

        assertThat(lines.subList(1, 10)).extracting(LogEntry::first).containsOnly(TRACEBACK);
        assertThat(lines.get(1).timed()).as("so that it says when").isTrue();
        assertThat(lines.get(1).requestId()).isEmpty();
        assertThat(lines.get(10).first()).isEqualTo("loaded 3 trees");
        assertThat(lines.get(10).level()).isEqualTo(LogEntry.Level.PLAIN);
    }

    @Test
    void what_never_ends_is_cut_off() {
        var endless = Stream.concat(
                Stream.of(STAMP + "E [53] sluice - req=one boom"),
                Stream.generate(() -> "  more").limit(300));

        var lines = read(endless.toArray(String[]::new));

        assertThat(lines.stream().filter(line -> line.requestId().isPresent())).hasSize(200);
    }

    @Test
    void of_the_past_only_what_is_seen_to_go_on_with_a_line_does_since_all_comes_at_once() {
        var past = new LogReader(clock);
        var lines = Stream.of(
                        STAMP + "E [53] root - req=one boom",
                        "  indented",
                        "written hours later",
                        STAMP + "E [53] root - req=two boom",
                        TRACEBACK,
                        "  File",
                        "OSError: x",
                        "written hours later",
                        STAMP + "E [53] sluice - req=three " + TRACEBACK,
                        "  File",
                        "OSError: x",
                        "written hours later")
                .map(text -> past.read(BLUE, new LogLine("blue-1", text)))
                .map(line -> line.requestId().orElse(""))
                .toList();

        assertThat(lines)
                .containsExactly("one", "one", "", "two", "two", "two", "two", "", "three", "three", "three", "");
    }

    private List<String> firsts(String... texts) {
        return read(texts).stream().map(LogEntry::first).toList();
    }

    private List<LogEntry> read(String... texts) {
        return Stream.of(texts)
                .map(text -> reader.read(BLUE, new LogLine("blue-1", text)))
                .toList();
    }
}
