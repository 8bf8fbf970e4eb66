package dev.sluice.console.activity;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.SampleActivity.ALICE;
import static dev.sluice.console.SampleActivity.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageFleet;
import dev.sluice.console.SampleActivity;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Batches.Batch;
import dev.sluice.console.support.Notice;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javafx.beans.Observable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {

    private static final EndpointName OTHER = new EndpointName("churn");

    private final TestBench desk = new TestBench();
    private final ActivityViewModel model = new ActivityViewModel(desk.bench);

    @BeforeEach
    void the_page_is_open() {
        model.open(
                DIABETES,
                PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10).fleet());
    }

    @Test
    void without_an_endpoint_the_entries_of_all_are_there_also_of_those_that_are_gone() {
        model.openAll(SampleFleets.empty());

        append(SampleActivity.rollout());
        append(List.of(entry(15, ALICE, Deed.of(Kind.CREATE_ENDPOINT, OTHER))));

        assertThat(model.rows()).hasSize(15);
        assertThat(model.endpoints()).contains(Optional.of(DIABETES), Optional.of(OTHER));
        assertThat(model.endpointProperty().get()).isEmpty();
    }

    @Test
    void the_newest_entry_stands_first_also_when_more_come() {
        var entries = SampleActivity.rollout();
        append(entries.subList(0, 5));
        append(entries.subList(5, 14));

        assertThat(model.rows()).hasSize(14);
        assertThat(model.rows())
                .extracting(row -> row.entry().number())
                .startsWith(14L, 13L)
                .endsWith(2L, 1L);
    }

    @Test
    void an_entry_of_another_day_tells_the_day_and_keeps_its_second_for_who_looks_closer() {
        append(SampleActivity.rollout().subList(0, 1));
        assertThat(model.rows()).extracting(ActivityRow::time).containsExactly("11:22:43");

        desk.clock.forward(Duration.ofDays(1));
        append(SampleActivity.rollout().subList(1, 2));

        assertThat(model.rows().get(0).time()).isEqualTo("03-01 11:25");
        assertThat(model.rows().get(0).moment()).isEqualTo("2026-03-01 11:25:26");
    }

    @Test
    void entries_are_filtered_by_words_in_any_column_by_kind_and_by_endpoint() {
        append(SampleActivity.rollout());
        append(List.of(entry(15, ALICE, Deed.of(Kind.CREATE_ENDPOINT, OTHER))));
        assertThat(model.rows()).as("of the endpoint that was opened").hasSize(14);

        model.filter(" BOB ");
        assertThat(model.rows()).extracting(ActivityRow::who).containsExactly("bob (CLI)");
        model.filter("signal 9");
        assertThat(model.rows()).extracting(ActivityRow::what).containsExactly("Instance ended");
        model.filter("");

        model.choose(ActivityGroup.ROUTING);
        assertThat(model.rows()).hasSize(4);
        model.choose(ActivityGroup.TROUBLE);
        assertThat(model.rows()).hasSize(2);
        model.choose(ActivityGroup.EVENTS);
        assertThat(model.rows()).extracting(ActivityRow::who).containsOnly("Sluice itself");

        model.choose(ActivityGroup.ALL);
        model.choose(Optional.empty());
        assertThat(model.rows()).hasSize(15);
        assertThat(model.summaryProperty().get()).isEqualTo("15 entries");
    }

    @Test
    void endpoints_that_only_the_journal_remembers_can_be_chosen_too() {
        append(List.of(entry(1, ALICE, Deed.of(Kind.DELETE_ENDPOINT, OTHER))));

        assertThat(model.endpoints()).containsExactly(Optional.empty(), Optional.of(OTHER), Optional.of(DIABETES));
    }

    @Test
    void older_pages_are_fetched_until_there_are_no_more() {
        append(LongStream.rangeClosed(1_501, 2_500)
                .mapToObj(number -> entry(number, ALICE, Deed.of(Kind.SCALE, DIABETES)))
                .toList());
        assertThat(model.olderProperty().get()).isTrue();
        desk.control.older = LongStream.rangeClosed(1, 1_500)
                .mapToObj(number -> entry(1_501 - number, ALICE, Deed.of(Kind.SCALE, DIABETES)))
                .toList();

        model.fetchOlder();
        assertThat(model.rows()).hasSize(2_000);
        assertThat(model.olderProperty().get()).isTrue();

        model.fetchOlder();
        assertThat(model.rows()).hasSize(2_500);
        assertThat(model.rows().get(2_499).entry().number()).isEqualTo(1);
        assertThat(model.olderProperty().get()).isFalse();
    }

    @Test
    void an_earlier_routing_is_restored_in_one_change_with_the_users_reason_or_the_entrys_number() {
        append(SampleActivity.rollout());
        var first = row(4);
        var way = Restoration.of(DIABETES, first.entry().deed().after().routed().orElseThrow(), model.fleet());
        assertThat(way.effects())
                .containsExactly("blue: 90 % to 100 % of the live traffic", "green: 10 % to 0 % of the live traffic");

        model.restore(way, first);
        model.note().textProperty().set("green drifts");
        model.restore(way, first);

        assertThat(desk.control.asked).hasSize(2).allMatch(asked -> asked.startsWith("applyRouting diabetes"));
        assertThat(desk.control.reasons).containsExactly("restores the routing of entry 4", "green drifts");
        assertThat(model.note().textProperty().get()).isEmpty();
    }

    @Test
    void a_restoration_is_told_with_a_way_back() {
        append(SampleActivity.rollout());
        var first = row(4);
        model.restore(
                Restoration.of(DIABETES, first.entry().deed().after().routed().orElseThrow(), model.fleet()), first);

        assertThat(desk.notices.notices())
                .singleElement()
                .isInstanceOfSatisfying(
                        Notice.Reversible.class, notice -> notice.action().run());
        assertThat(desk.control.asked).last().isEqualTo("applyRouting diabetes blue=90 green=10, mirror off");
    }

    @Test
    void a_restoration_that_the_runtime_refuses_is_told_and_keeps_its_note() {
        append(SampleActivity.rollout());
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(
                List.of(Problem.of(Problem.Code.TRAFFIC_NOT_READY, "traffic.blue", "blue is not ready", "wait"))));
        var row = row(4);

        model.note().textProperty().set("green drifts");

        model.restore(
                Restoration.of(DIABETES, row.entry().deed().after().routed().orElseThrow(), model.fleet()), row);

        assertThat(model.note().textProperty().get()).isEqualTo("green drifts");
        assertThat(desk.notices.notices())
                .singleElement()
                .isInstanceOfSatisfying(
                        Notice.Refused.class,
                        notice -> assertThat(notice.problems()).hasSize(1));
    }

    @Test
    void what_is_shown_is_what_is_exported() {
        append(SampleActivity.rollout());
        model.choose(ActivityGroup.KEYS);

        assertThat(csv().lines()).hasSize(2);
        assertThat(csv()).contains("New key,diabetes,,secondary key,APPLIED");
        assertThat(script().lines().filter(line -> line.startsWith("az "))).hasSize(1);
    }

    @Test
    void what_was_not_fetched_to_be_shown_is_exported_too_if_it_passes_the_filters() {
        append(LongStream.rangeClosed(2_001, 3_000)
                .mapToObj(ActivityViewModelTest::scaled)
                .toList());
        var churns = entry(700, ALICE, Deed.of(Kind.SCALE, OTHER));
        desk.control.older = LongStream.iterate(2_000, number -> number - 1)
                .limit(2_000)
                .mapToObj(number -> number == 700 ? churns : scaled(number))
                .toList();

        assertThat(csv().lines()).as("a head, and all but churn's").hasSize(3_000);
        assertThat(script().lines().filter(line -> line.startsWith("az "))).hasSize(2_999);
        assertThat(script().lines().filter(line -> line.startsWith("# 2026")))
                .as("oldest first")
                .isSorted();
        assertThat(model.rows()).as("the list stays").hasSize(1_000);
        assertThat(model.olderProperty().get()).isTrue();
    }

    @Test
    void a_page_that_is_on_its_way_to_the_list_is_in_the_export() {
        append(LongStream.rangeClosed(2, 1_001)
                .mapToObj(ActivityViewModelTest::scaled)
                .toList());
        desk.control.older = List.of(scaled(1));
        desk.control.telling = new CompletableFuture<>();
        model.fetchOlder();

        var text = model.csv();
        desk.control.telling.complete(null);

        assertThat(text.toCompletableFuture().join().lines()).hasSize(1_002);
    }

    @Test
    void what_was_fetched_whole_is_exported_also_while_the_runtime_is_gone() {
        append(SampleActivity.rollout());
        desk.control.telling = CompletableFuture.failedFuture(new IllegalStateException("gone"));

        assertThat(csv().lines()).hasSize(15);
    }

    private String csv() {
        return model.csv().toCompletableFuture().join();
    }

    private String script() {
        return model.script().toCompletableFuture().join();
    }

    @Test
    void routing_and_yaml_in_one_change_are_both_told() {
        var deleted = Deed.of(Kind.DELETE_ENDPOINT, DIABETES)
                .from(new Facet.Whole(SampleActivity.split(Map.of("blue", 100)), "name: diabetes\n"));

        append(List.of(entry(1, ALICE, deleted)));

        assertThat(model.rows())
                .extracting(ActivityRow::before)
                .containsExactly("blue 100 %; mirror off; 1 line of YAML");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_is_text() {
        append(List.of(entry(1, ALICE.because("=HYPERLINK(\"x\")"), Deed.of(Kind.DELETE_ENDPOINT, DIABETES))));

        assertThat(csv()).contains(",\"'=HYPERLINK(\"\"x\"\")\"");
    }

    @Test
    void until_the_journal_was_read_nothing_is_said_of_it() {
        assertThat(model.emptyTextProperty().get()).isEqualTo("Reading the activity...");
        assertThat(model.summaryProperty().get()).isEmpty();

        append(SampleActivity.rollout());
        assertThat(model.summaryProperty().get()).isEqualTo("14 entries");

        model.openAll(SampleFleets.empty());
        assertThat(model.summaryProperty().get()).as("what was read stays").isEqualTo("14 entries");
    }

    /** Shown anew, a table full of them takes longer than a frame. */
    @Test
    void entries_that_are_told_again_are_left_alone_and_stand_there_once() {
        append(SampleActivity.rollout());
        var changes = new AtomicInteger();
        model.rows().addListener((Observable changed) -> changes.incrementAndGet());

        model.open(DIABETES, SampleFleets.empty());
        append(SampleActivity.rollout());

        assertThat(changes).hasValue(0);
        assertThat(model.rows()).hasSize(14);
        append(List.of(entry(15, ALICE, Deed.of(Kind.SCALE, DIABETES))));
        assertThat(model.rows()).hasSize(15);
    }

    @Test
    void entries_that_others_may_follow_which_were_not_told_are_not_kept() {
        append(LongStream.rangeClosed(1, 5)
                .mapToObj(ActivityViewModelTest::scaled)
                .toList());

        model.open(DIABETES, SampleFleets.empty());
        append(LongStream.rangeClosed(4, 8)
                .mapToObj(ActivityViewModelTest::scaled)
                .toList());
        assertThat(model.rows()).hasSize(8);

        model.open(DIABETES, SampleFleets.empty());
        append(LongStream.rangeClosed(20, 22)
                .mapToObj(ActivityViewModelTest::scaled)
                .toList());
        assertThat(model.rows()).extracting(row -> row.entry().number()).containsExactly(22L, 21L, 20L);
    }

    private static Activity scaled(long number) {
        return entry(number, ALICE, Deed.of(Kind.SCALE, DIABETES));
    }

    @Test
    void an_empty_page_says_why() {
        model.foundNothing();
        assertThat(model.emptyTextProperty().get()).contains("Nothing was asked for yet");

        append(SampleActivity.rollout());
        model.filter("zebra");
        assertThat(model.emptyTextProperty().get()).contains("No entry is like that");
    }

    private ActivityRow row(long number) {
        return model.rows().stream()
                .filter(row -> row.entry().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private void append(List<Activity> entries) {
        model.append(new Batch<>(entries, 0));
    }

    @Test
    void an_endpoint_is_among_the_choices_before_it_is_chosen() {
        model.openAll(SampleFleets.empty());
        var offered = new ArrayList<Boolean>();
        model.endpointProperty()
                .addListener(
                        (o, before, chosen) -> offered.add(model.endpoints().contains(chosen)));

        model.open(DIABETES, SampleFleets.endpointOnly());

        assertThat(offered).containsExactly(true);
    }

    @Test
    void a_journal_that_fits_one_page_has_nothing_older_to_offer() {
        model.append(new Batch<>(SampleActivity.rollout(), 0));

        assertThat(model.olderProperty().get()).isFalse();
    }
}
