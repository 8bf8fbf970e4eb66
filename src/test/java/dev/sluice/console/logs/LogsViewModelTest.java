package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.support.Batches.Batch;
import dev.sluice.control.LogLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogsViewModelTest {

    private final List<String> copied = new ArrayList<>();
    private final LogsViewModel model = new LogsViewModel(copied::add);

    @Test
    void the_newest_ten_thousand_lines_are_kept_and_the_rest_is_counted() {
        append(PageAnswers.log(9_000).toList());
        append(PageAnswers.log(3_000).toList());

        assertThat(model.lines()).hasSize(10_000);
        assertThat(model.summaryProperty().get()).isEqualTo("10,000 lines; 2,000 older lines dropped");
    }

    @Test
    void lines_lost_on_the_way_are_counted_too() {
        model.append(new Batch<>(List.of(line("a")), 7));

        assertThat(model.summaryProperty().get()).contains("7 older lines dropped");
    }

    @Test
    void a_filter_hides_lines_and_they_come_back_without_it() {
        append(List.of(line("one apple"), line("two pears"), line("three Apples")));

        model.filter(" apple ");
        append(List.of(line("four plums"), line("five apples")));
        assertThat(texts()).containsExactly("one apple", "three Apples", "five apples");
        assertThat(model.summaryProperty().get()).isEqualTo("3 of 5 lines");

        model.filter("");
        assertThat(texts()).hasSize(5);
    }

    @Test
    void dropping_old_lines_under_a_filter_drops_only_those_that_were_shown() {
        append(List.of(line("apple 0")));
        model.filter("apple");
        append(PageAnswers.log(9_998).toList());
        append(List.of(line("apple 1")));
        assertThat(texts()).containsExactly("apple 0", "apple 1");

        append(List.of(line("pear")));
        assertThat(texts()).containsExactly("apple 1");
    }

    @Test
    void while_following_rests_new_lines_are_counted_until_it_goes_on() {
        model.pauseFollowing();
        append(List.of(line("a"), line("b")));
        append(List.of(line("c")));
        assertThat(model.unseenProperty().get()).isEqualTo(3);

        model.follow();
        assertThat(model.unseenProperty().get()).isZero();
        append(List.of(line("d")));
        assertThat(model.unseenProperty().get()).isZero();
    }

    @Test
    void levels_are_seen_as_letters_or_words_but_not_inside_other_words() {
        assertThat(LogEntry.of(line("E0301 boom")).level()).isEqualTo(LogEntry.Level.ERROR);
        assertThat(LogEntry.of(line("2026-03-01 12:00:00,1 E [5] x")).level()).isEqualTo(LogEntry.Level.ERROR);
        assertThat(LogEntry.of(line("KeyError: 'data'")).level()).isEqualTo(LogEntry.Level.ERROR);
        assertThat(LogEntry.of(line("Traceback (most recent call last):")).level())
                .isEqualTo(LogEntry.Level.ERROR);
        assertThat(LogEntry.of(line("WARNING: old")).level()).isEqualTo(LogEntry.Level.WARNING);
        assertThat(LogEntry.of(line("W 12 old")).level()).isEqualTo(LogEntry.Level.WARNING);
        assertThat(LogEntry.of(line("TERRORS and I")).level()).isEqualTo(LogEntry.Level.PLAIN);
        assertThat(LogEntry.of(line("Everything is well")).level()).isEqualTo(LogEntry.Level.PLAIN);
    }

    @Test
    void the_first_deployment_is_followed_until_another_is_chosen_or_it_is_gone() {
        model.show(DIABETES, PageFleet.of(BLUE, GREEN).fleet());
        assertThat(model.deploymentProperty().get()).isEqualTo(BLUE);

        model.choose(GREEN);
        append(List.of(line("of green")));
        model.show(DIABETES, PageFleet.of(BLUE, GREEN).fleet());
        assertThat(model.deploymentProperty().get()).isEqualTo(GREEN);
        assertThat(model.lines()).hasSize(1);

        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        assertThat(model.deploymentProperty().get()).isEqualTo(BLUE);
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void what_is_chosen_is_copied_or_else_all_that_is_shown() {
        append(List.of(line("a"), line("b")));

        model.copy(List.of());
        model.copy(List.of(model.lines().get(1)));

        assertThat(copied).containsExactly("blue-1  a\nblue-1  b", "blue-1  b");
    }

    @Test
    void an_empty_page_says_what_would_fill_it() {
        assertThat(model.emptyTextProperty().get()).contains("no deployment");

        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        assertThat(model.emptyTextProperty().get()).contains("Nothing was written");

        append(List.of(line("a")));
        model.filter("zebra");
        assertThat(model.emptyTextProperty().get()).contains("No line has these words");
    }

    private void append(List<LogLine> lines) {
        model.append(new Batch<>(lines, 0));
    }

    private static LogLine line(String text) {
        return new LogLine("blue-1", text);
    }

    private List<String> texts() {
        return model.lines().stream().map(LogEntry::text).toList();
    }
}
