package dev.sluice.console.logs;

import static dev.sluice.console.logs.LogLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogBufferTest {

    private final LogBuffer buffer = new LogBuffer();

    @Test
    void lines_of_several_instances_stand_in_the_order_of_their_times() {
        buffer.add(List.of(line("blue-1", "a", 1), line("blue-1", "d", 4)));
        buffer.add(List.of(line("blue-2", "b", 2), line("blue-2", "e", 5)));
        buffer.add(List.of(line("blue-3", "c", 3)));

        assertThat(buffer.lines()).extracting(LogEntry::text).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void lines_of_one_time_stay_in_the_order_they_came_in() {
        buffer.add(List.of(line("a", 1), line("b", 1)));
        buffer.add(List.of(line("c", 1)));

        assertThat(buffer.lines()).extracting(LogEntry::text).containsExactly("a", "b", "c");
    }

    @Test
    void what_makes_room_for_an_older_line_is_told_and_comes_back() {
        buffer.add(List.of(line("a", 1), line("c", 3), line("d", 4)));

        var change = buffer.add(List.of(line("b", 2)));

        assertThat(change.again()).extracting(LogEntry::text).containsExactly("c", "d");
        assertThat(change.added()).extracting(LogEntry::text).containsExactly("b", "c", "d");
        assertThat(change.forgotten()).isEmpty();
    }

    @Test
    void the_oldest_are_forgotten_beyond_the_most_lines() {
        buffer.add(LogLines.of(9_000));

        var change = buffer.add(LogLines.of(12_000).subList(9_000, 12_000));

        assertThat(buffer.lines()).hasSize(10_000);
        assertThat(change.forgotten()).hasSize(2_000);
    }

    @Test
    void lines_too_old_to_be_kept_leave_the_others_alone() {
        buffer.add(LogLines.of(11_000).subList(1_000, 11_000));

        var change = buffer.add(List.of(line("late", -1), line("later", -2)));

        assertThat(change.tooOld()).isEqualTo(2);
        assertThat(change.forgotten()).isEmpty();
        assertThat(change.again()).isEmpty();
        assertThat(change.added()).isEmpty();
    }

    @Test
    void a_late_line_that_goes_at_once_with_older_ones_is_not_taken_for_one_of_those() {
        buffer.add(List.of(line("a", 1), line("c", 3)));
        buffer.add(LogLines.of(11_000).subList(1_002, 11_000));

        var change = buffer.add(List.of(line("b", 2), line("y", 2_000), line("z", 2_000)));

        assertThat(change.forgotten()).extracting(LogEntry::text).containsExactly("a", "c");
        assertThat(change.tooOld()).isEqualTo(1);
        assertThat(change.added()).extracting(LogEntry::text).containsExactly("y", "z");
        assertThat(change.again()).isEmpty();
        assertThat(buffer.lines()).hasSize(10_000);
    }

    @Test
    void while_somebody_reads_more_are_kept_and_afterwards_as_many_as_usual() {
        buffer.widen();
        for (int i = 0; i < 7; i++) {
            buffer.add(LogLines.of(8_000));
        }
        assertThat(buffer.lines().size()).isEqualTo(50_000);

        assertThat(buffer.narrow().size()).isEqualTo(40_000);
        assertThat(buffer.lines().size()).isEqualTo(10_000);
        assertThat(buffer.add(List.of(line("z", 9_999))).forgotten()).hasSize(1);
    }

    @Test
    void a_few_enormous_lines_are_bounded_too() {
        var enormous = "x".repeat(16 * 1024);
        for (int i = 0; i < 1_500; i++) {
            buffer.add(List.of(line(enormous, i)));
        }

        assertThat(buffer.lines().size()).isEqualTo(1_024);
        buffer.widen();
        for (int i = 0; i < 1_500; i++) {
            buffer.add(List.of(line(enormous, 1_500 + i)));
        }
        assertThat(buffer.lines().size()).isEqualTo(2_048);
    }
}
