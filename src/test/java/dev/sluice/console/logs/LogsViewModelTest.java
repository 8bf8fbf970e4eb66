package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.logs.LogLines.batch;
import static dev.sluice.console.logs.LogLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageFleet;
import dev.sluice.console.support.Batches.Batch;
import dev.sluice.control.LogLine;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import org.junit.jupiter.api.Test;

class LogsViewModelTest {

    private static final String ID = "7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa";

    private final List<String> copied = new ArrayList<>();
    private final LogsViewModel model = new LogsViewModel(copied::add);

    @Test
    void the_newest_ten_thousand_lines_are_kept_and_the_rest_is_counted() {
        append(LogLines.of(12_000).subList(0, 9_000));
        append(LogLines.of(12_000).subList(9_000, 12_000));

        assertThat(model.lines()).hasSize(10_000);
        assertThat(model.inWords().summaryProperty().get()).isEqualTo("10,000 lines");
        assertThat(model.droppedProperty().get()).isEqualTo(2_000);
    }

    @Test
    void lines_lost_on_the_way_are_counted_too() {
        model.append(new Batch<>(List.of(line("a", 1)), 7));

        assertThat(model.droppedProperty().get()).isEqualTo(7);
    }

    @Test
    void a_filter_hides_lines_and_they_come_back_without_it() {
        model.append(batch(line("one apple", 1), line("two pears", 2), line("three Apples", 3)));

        model.wordsProperty().set(" apple ");
        model.append(batch(line("four plums", 4), line("five apples", 5)));
        assertThat(texts()).containsExactly("one apple", "three Apples", "five apples");
        assertThat(model.inWords().summaryProperty().get()).isEqualTo("3 of 5 lines");

        model.wordsProperty().set("");
        assertThat(texts()).hasSize(5);
    }

    @Test
    void lines_that_come_late_are_put_in_their_place_also_under_a_filter() {
        model.wordsProperty().set("apple");
        model.append(batch(line("apple 1", 1), line("pear", 3), line("apple 4", 4)));

        model.append(batch(line("blue-2", "apple 2", 2), line("blue-2", "plum", 2)));

        assertThat(texts()).containsExactly("apple 1", "apple 2", "apple 4");
        model.wordsProperty().set("");
        assertThat(texts()).containsExactly("apple 1", "apple 2", "plum", "pear", "apple 4");
    }

    @Test
    void what_a_server_says_before_its_first_line_with_a_time_stands_before_that() {
        var reader = new LogReader(Clock.fixed(PageFleet.NOON.plusSeconds(600), ZoneId.of("UTC")));
        var told = Stream.of("banner", "2026-03-01 12:00:00 up", "2026-03-01 12:00:02 boom", "\tat line 3")
                .map(text -> reader.read(BLUE, new LogLine("blue-1", text)))
                .toList();

        append(told);
        model.append(batch(line("blue-2", "other", 1), line("blue-2", "later", 3)));

        assertThat(texts()).containsExactly("banner", "up", "other", "boom", "\tat line 3", "later");
    }

    @Test
    void levels_hide_what_is_less_grave() {
        append(LogLines.of(74));

        model.choose(LogLevels.ERRORS);
        assertThat(model.lines()).hasSize(2).allMatch(entry -> entry.level() == LogEntry.Level.ERROR);
        model.choose(LogLevels.WARNINGS);
        assertThat(model.lines()).hasSize(5);
    }

    @Test
    void what_was_found_stays_while_many_others_come_and_of_the_found_ones_the_oldest_go_first() {
        model.append(batch(line("apple 0", -1)));
        model.wordsProperty().set("apple");
        append(IntStream.range(0, 49_998).mapToObj(i -> line("pear", i)).toList());
        model.append(batch(line("apple 1", 50_000)));
        assertThat(texts()).containsExactly("apple 0", "apple 1");

        model.append(batch(line("pear", 50_001)));
        assertThat(texts()).containsExactly("apple 1");

        model.wordsProperty().set("");
        assertThat(model.lines()).as("nothing is looked for").hasSize(10_000);
        assertThat(model.droppedProperty().get()).isEqualTo(40_001);
    }

    @Test
    void older_lines_are_read_in_front_of_those_on_the_page_until_there_are_no_more() {
        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        append(LogLines.of(3_000).subList(1_000, 2_000));
        assertThat(model.olderProperty().get()).as("fewer than were asked for").isFalse();
        append(LogLines.of(5_001).subList(2_000, 5_001));
        assertThat(model.olderProperty().get()).isTrue();

        model.readOlder();
        assertThat(model.readingOlderProperty().get()).isTrue();
        assertThat(model.olderProperty().get()).isFalse();
        assertThat(model.wantedOfEach()).as("of two, more than there are").isEqualTo(10_005);
        assertThat(model.followingProperty().get()).isFalse();
        append(LogLines.of(5_002).subList(5_001, 5_002));
        model.haveReadOlder(LogLines.of(5_001));

        assertThat(model.lines()).hasSize(5_002);
        assertThat(model.unseenProperty().get()).as("came meanwhile").isEqualTo(1);
        assertThat(model.lines()).isSortedAccordingTo(Comparator.comparing(LogEntry::at));
        assertThat(model.olderProperty().get()).isFalse();
    }

    @Test
    void older_lines_that_cannot_be_read_can_be_asked_for_again() {
        append(LogLines.of(5_000));

        model.readOlder();
        model.couldNotReadOlder();
        assertThat(model.lines()).hasSize(5_000);
        assertThat(model.readingOlderProperty().get()).isFalse();
        assertThat(model.olderProperty().get()).isTrue();
    }

    @Test
    void a_line_on_its_way_when_older_ones_are_told_comes_once() {
        model.append(batch(line("b", 2), line("c", 3)));

        model.readOlder();
        model.haveReadOlder(List.of(line("a", 1), line("b", 2), line("c", 3), line("d", 4)));
        model.append(batch(line("d", 4)));

        assertThat(texts()).containsExactly("a", "b", "c", "d");
        assertThat(model.unseenProperty().get()).isEqualTo(1);
    }

    @Test
    void older_lines_are_not_wanted_any_more_by_who_has_cleared_or_follows_again() {
        for (Runnable left : List.<Runnable>of(model::clear, model::follow, model::beginReading)) {
            model.clear();
            model.append(batch(line("b", 2)));
            model.readOlder();
            var answer = model.whileReadingOlder();

            left.run();
            assertThat(model.readingOlderProperty().get()).isFalse();
            model.readOlder();
            answer.accept(() -> model.haveReadOlder(List.of(line("a", 1), line("b", 2))));

            assertThat(texts()).doesNotContain("a");
            assertThat(model.readingOlderProperty().get()).as("the next one").isTrue();
        }
    }

    @Test
    void older_lines_are_offered_only_while_there_is_room_and_none_that_is_here_goes_for_them() {
        model.pauseFollowing();
        var kept = IntStream.range(0, 49_998).mapToObj(i -> line("x" + i, i)).toList();
        append(kept);
        assertThat(model.olderProperty().get()).isTrue();

        model.readOlder();
        model.haveReadOlder(Stream.concat(Stream.of(line("a", -3), line("b", -2), line("c", -1)), kept.stream())
                .toList());
        assertThat(model.lines()).hasSize(50_000);
        assertThat(texts()).startsWith("b", "c", "x0");
        assertThat(model.droppedProperty().get()).isEqualTo(1);
        assertThat(model.olderProperty().get()).as("there is no room").isFalse();

        model.follow();
        assertThat(model.olderProperty().get()).isTrue();
    }

    @Test
    void while_following_rests_new_lines_are_counted_until_it_goes_on() {
        model.append(batch(line("z", 9)));
        model.pauseFollowing();
        model.append(batch(line("a", 10), line("b", 11)));
        model.append(batch(line("late", 5)));
        assertThat(model.unseenProperty().get()).isEqualTo(3);

        model.follow();
        assertThat(model.unseenProperty().get()).isZero();
        model.append(batch(line("d", 12)));
        assertThat(model.unseenProperty().get()).isZero();
    }

    @Test
    void while_following_rests_lines_stay_that_would_have_to_go_and_then_they_do() {
        append(LogLines.of(10_000));
        model.pauseFollowing();
        append(LogLines.of(12_000).subList(10_000, 12_000));
        assertThat(model.lines().size()).isEqualTo(12_000);
        assertThat(model.droppedProperty().get()).isZero();

        model.follow();

        assertThat(model.lines().size()).isEqualTo(10_000);
        assertThat(model.droppedProperty().get()).isEqualTo(2_000);
        assertThat(model.inWords().summaryProperty().get()).isEqualTo("10,000 lines");
        model.follow();
        append(LogLines.of(12_001).subList(12_000, 12_001));
        assertThat(model.droppedProperty().get()).isEqualTo(2_001);
    }

    @Test
    void lines_too_old_to_be_kept_are_dropped_and_not_new() {
        append(LogLines.of(12_000).subList(2_000, 12_000));
        var changes = new AtomicInteger();
        model.lines().addListener((Observable changed) -> changes.incrementAndGet());

        append(LogLines.of(31));

        assertThat(model.droppedProperty().get()).isEqualTo(31);
        assertThat(model.shift().of(9_000)).isEqualTo(9_000);
        assertThat(changes).as("nothing has moved").hasValue(0);
    }

    @Test
    void of_lines_that_come_while_following_rests_those_too_old_to_be_kept_are_not_new() {
        var text = "x".repeat(16 * 1024);
        model.pauseFollowing();
        append(IntStream.range(0, 2_048).mapToObj(i -> line(text, i)).toList());
        assertThat(model.unseenProperty().get()).isEqualTo(2_048);

        model.append(batch(line("too old", -1), line("new", 2_048)));

        assertThat(model.unseenProperty().get()).isEqualTo(2_049);
        assertThat(model.droppedProperty().get()).isEqualTo(2);
    }

    @Test
    void it_is_known_where_a_line_went_when_others_came_and_went() {
        append(LogLines.of(9_998));
        model.append(batch(line("apple", 2_000), line("pear", 2_002)));
        model.append(batch(line("blue-2", "fig", 2_001), line("blue-2", "nut", 2_003)));

        assertThat(model.shift().of(0)).as("forgotten").isZero();
        assertThat(model.shift().of(5_000)).isEqualTo(4_998);
        assertThat(model.shift().of(9_998)).as("apple").isEqualTo(9_996);
        assertThat(model.shift().of(9_999)).as("pear, after the fig").isEqualTo(9_998);
    }

    @Test
    void where_no_line_was_none_has_moved() {
        model.append(batch(line("a", 1)));

        assertThat(model.shift().of(0)).isZero();
    }

    @Test
    void all_deployments_are_followed_until_one_is_chosen_or_it_is_gone() {
        model.show(DIABETES, PageFleet.of(BLUE, GREEN).fleet());
        assertThat(model.sources().followed()).containsExactly(BLUE, GREEN);

        model.choose(Optional.of(GREEN));
        model.append(batch(line("of green", 1)));
        model.show(DIABETES, PageFleet.of(BLUE, GREEN).fleet());
        assertThat(model.sources().followed()).containsExactly(GREEN);
        assertThat(model.lines()).hasSize(1);

        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        assertThat(model.sources().followed()).containsExactly(BLUE);
        assertThat(model.sources().chosenProperty().get()).isEmpty();
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void an_instance_that_has_ended_can_still_be_looked_at_alone() {
        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        model.append(batch(line("blue-0", "boom", 1), line("blue-1", "hello", 2)));

        assertThat(model.instances().choices())
                .extracting(InstanceChoice::text)
                .containsExactly("All instances", "blue-0 (ended)", "blue-1");
        model.choose(model.instances().choice("blue-0"));
        assertThat(texts()).containsExactly("boom");
        assertThat(model.instanceProperty().getValue().name()).isEqualTo("blue-0");
    }

    @Test
    void one_request_is_shown_among_the_lines_that_are_looked_at_and_none_of_them_is_read_anew() {
        model.show(DIABETES, PageFleet.of(BLUE, GREEN).fleet());
        model.choose(Optional.of(BLUE));
        model.append(batch(line("POST /score 200 " + ID, 1), line("POST /score 200 other", 2)));

        model.onlyRequest(ID);

        assertThat(texts()).containsExactly("POST /score 200 " + ID);
        assertThat(model.wordsProperty().get()).isEqualTo(ID);
        assertThat(model.sources().followed()).containsExactly(BLUE);
        model.append(batch(line("POST /score 200 " + ID, 3)));
        assertThat(model.lines()).as("are not told again").hasSize(2);
    }

    @Test
    void one_request_is_shown_as_grave_as_its_lines_were_looked_at() {
        model.show(DIABETES, PageFleet.of(BLUE, GREEN).fleet());
        model.choose(LogLevels.ERRORS);

        model.onlyRequest(ID);

        assertThat(model.filterProperty().get().levels()).isEqualTo(LogLevels.ERRORS);
        assertThat(model.sources().followed()).containsExactly(BLUE, GREEN);
    }

    @Test
    void what_is_chosen_is_copied_or_else_all_that_is_shown() {
        model.append(batch(line("a", 1), line("b", 2)));

        model.copy(List.of());
        model.copy(List.of(model.lines().get(1)));

        assertThat(copied)
                .containsExactly(
                        "2026-03-01T12:00:01Z  blue-1  a\n2026-03-01T12:00:02Z  blue-1  b\n",
                        "2026-03-01T12:00:02Z  blue-1  b\n");
        assertThat(model.text()).isEqualTo(copied.get(0));
    }

    @Test
    void until_the_logs_were_read_nothing_is_said_of_them() {
        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        assertThat(model.inWords().emptyTextProperty().get()).contains("Reading what was written");
        assertThat(model.inWords().summaryProperty().get()).isEmpty();

        model.append(batch(line("a", 1)));
        assertThat(model.inWords().summaryProperty().get()).isEqualTo("1 lines");

        model.choose(Optional.of(BLUE));
        model.beginReading();
        assertThat(model.inWords().emptyTextProperty().get()).contains("Reading what was written");
    }

    @Test
    void an_empty_page_says_what_would_fill_it() {
        assertThat(model.inWords().emptyTextProperty().get()).contains("Create a deployment");
        assertThat(model.inWords().nobodyProperty().get()).isTrue();

        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        model.foundNothing();
        assertThat(model.inWords().emptyTextProperty().get()).contains("Nothing was written");
        assertThat(model.inWords().nobodyProperty().get()).isFalse();

        model.append(batch(line("a", 1)));
        model.wordsProperty().set("zebra");
        assertThat(model.inWords().emptyTextProperty().get()).contains("No line is like that");
    }

    @Test
    void what_a_user_has_cleared_is_said_to_be_until_lines_are_read_again_and_new_ones_are_followed() {
        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        model.append(batch(line("a", 1)));
        model.pauseFollowing();

        model.clear();
        assertThat(model.inWords().emptyTextProperty().get()).startsWith("Cleared. New lines appear");
        assertThat(model.followingProperty().get())
                .as("there is nothing to rest at")
                .isTrue();
        model.choose(LogLevels.ERRORS);
        model.append(batch(line("b", 2)));
        assertThat(model.inWords().emptyTextProperty().get()).startsWith("Cleared. None of the lines written since");

        model.choose(Optional.of(BLUE));
        model.beginReading();
        model.append(batch(line("b", 2)));
        assertThat(model.inWords().emptyTextProperty().get()).startsWith("No line is like that");
    }

    @Test
    void what_was_written_can_be_read_on_when_its_deployment_is_gone() {
        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        model.append(batch(line("a", 1)));

        model.show(DIABETES, PageFleet.of().fleet());

        assertThat(model.inWords().nobodyProperty().get()).isFalse();
        model.wordsProperty().set("zebra");
        assertThat(model.inWords().emptyTextProperty().get()).contains("No line is like that");
    }

    @Test
    void where_not_all_was_read_what_is_looked_for_may_be_older() {
        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        append(LogLines.of(2 * LogFollowing.TAIL));

        model.wordsProperty().set("zebra");

        assertThat(model.inWords().emptyTextProperty().get()).contains("may be older. Read older lines");
        assertThat(model.olderProperty().get()).isTrue();
    }

    @Test
    void a_batch_changes_the_list_a_few_times_however_many_lines_it_has() {
        append(LogLines.of(11_000).subList(0, 10_000));
        var changes = new AtomicInteger();
        model.lines().addListener((Observable changed) -> changes.incrementAndGet());

        append(LogLines.of(11_000).subList(10_000, 10_500));

        assertThat(changes.get()).isLessThanOrEqualTo(3);
        assertThat(model.lines()).hasSize(10_000);
    }

    /** Shown anew, a screen full of them takes longer than a frame. */
    @Test
    void lines_that_are_told_again_are_left_alone() {
        append(LogLines.of(300));
        var changes = new AtomicInteger();
        model.lines().addListener((Observable changed) -> changes.incrementAndGet());

        model.choose(Optional.empty());
        assertThat(model.lines()).hasSize(300);
        append(LogLines.of(300));
        assertThat(changes).hasValue(0);
        append(LogLines.of(301).subList(300, 301));

        assertThat(model.lines()).hasSize(301);
        assertThat(changes).hasValue(1);
    }

    @Test
    void lines_that_are_not_told_again_go() {
        model.append(batch(line("one", 1), line("two", 2)));

        model.choose(Optional.empty());
        model.append(batch(line("two", 2), line("three", 3)));
        assertThat(texts()).containsExactly("two", "three");

        model.choose(Optional.of(BLUE));
        assertThat(texts()).containsExactly("two", "three");
        model.choose(Optional.of(GREEN));
        assertThat(texts()).as("of another deployment").isEmpty();
        model.choose(Optional.empty());
        model.append(batch(line("four", 4)));
        model.choose(Optional.empty());
        model.foundNothing();
        assertThat(texts()).isEmpty();
    }

    @Test
    void times_are_local_utc_or_how_long_ago_and_name_the_day_unless_it_is_today() {
        var at = PageFleet.NOON;
        var clock = Clock.fixed(at.plus(Duration.ofHours(3)), ZoneId.of("Asia/Kolkata"));

        assertThat(LogTimes.LOCAL.text(at, clock)).isEqualTo("17:30:00.000");
        assertThat(LogTimes.UTC.text(at, clock)).isEqualTo("12:00:00.000");
        assertThat(LogTimes.RELATIVE.text(at, clock)).isEqualTo("3 h 0 min ago");
        assertThat(LogTimes.UTC.text(at.minus(Duration.ofDays(2)), clock)).isEqualTo("02-27 12:00:00.000");
    }

    private void append(List<LogEntry> lines) {
        model.append(new Batch<>(lines, 0));
    }

    private List<String> texts() {
        return model.lines().stream().map(LogEntry::text).toList();
    }
}
