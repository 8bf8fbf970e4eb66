package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTapTest {

    private final List<String> seen = new ArrayList<>();
    private final LogTap tap = new LogTap("blue-1", line -> seen.add(line.text()));

    @Test
    void only_what_has_not_come_yet_is_made_up_from_the_last_lines() {
        List.of("a", "b", "c").forEach(tap::line);

        tap.finish(List.of("z", "a", "b", "c", "boom", "gone"));

        assertThat(seen).containsExactly("a", "b", "c", "boom", "gone");
    }

    @Test
    void a_line_that_comes_again_is_no_sign_that_all_before_it_was_seen() {
        List.of("tick", "a", "tick").forEach(tap::line);

        tap.finish(List.of("tick", "a", "tick", "b", "tick", "c"));

        assertThat(seen).containsExactly("tick", "a", "tick", "b", "tick", "c");
    }

    @Test
    void last_lines_that_begin_amid_what_was_seen_are_joined_there() {
        List.of("a", "b", "c").forEach(tap::line);

        tap.finish(List.of("c", "boom"));

        assertThat(seen).containsExactly("a", "b", "c", "boom");
    }

    @Test
    void after_the_end_nothing_comes_twice() {
        tap.finish(List.of("a"));
        tap.line("a");

        assertThat(seen).containsExactly("a");
    }
}
