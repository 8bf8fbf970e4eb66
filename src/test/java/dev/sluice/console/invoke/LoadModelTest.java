package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.console.PageAnswers;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Notice;
import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.Job;
import dev.sluice.domain.EndpointName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadModelTest {

    private static final Invocation REQUEST =
            new Invocation(DIABETES, new Target.ByTraffic(), "application/json", new byte[] {'1'});

    private static final EndpointName OTHER = new EndpointName("other");

    private final TestBench desk = new TestBench();
    private final FakeControl control = desk.control;
    private final HandClock clock = new HandClock();
    private final LoadModel load = new LoadModel(desk.bench, clock, clock);

    @BeforeEach
    void the_endpoint_is_looked_at() {
        load.show(Optional.of(DIABETES));
    }

    @Test
    void one_after_the_other_is_sent_and_who_answers_is_counted() {
        for (int i = 0; i < 19; i++) {
            control.answers.add(PageAnswers.predictions(i % 10 == 3 ? "green" : "blue", 5));
        }
        control.answers.add(PageAnswers.modelError("blue"));

        load.start(REQUEST, new LoadPlan.Times(20));

        var tally = load.tallyProperty().get();
        assertThat(tally.lines()).extracting(LoadTally.Line::name).containsExactly("blue", "green");
        assertThat(tally.line("blue").orElseThrow().answers()).isEqualTo(18);
        assertThat(tally.line("blue").orElseThrow().errors()).isEqualTo(1);
        assertThat(tally.share("green")).isEqualTo(10);
        assertThat(tally.failed()).isEqualTo(1);
        assertThat(load.runningProperty().get()).isFalse();
    }

    @Test
    void errors_are_told_by_their_status() {
        control.answers.add(PageAnswers.predictions("blue", 5));
        control.answers.add(PageAnswers.modelError("blue"));
        control.answers.add(PageAnswers.tooMany("blue"));
        control.answers.add(PageAnswers.modelError("blue"));

        load.start(REQUEST, new LoadPlan.Times(4));

        assertThat(load.tallyProperty().get().failed()).isEqualTo(3);
        assertThat(LoadText.summary(load.tallyProperty().get(), ""))
                .isEqualTo("4 of 4 sent, 3 failed\nFailed: blue (424: 2, 429: 1)");
    }

    @Test
    void the_last_request_of_the_longest_run_is_due_at_its_end() {
        var longest = new LoadPlan.Rate(500, 86_400);

        assertThat(longest.due(longest.total())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_rate_sends_when_a_request_is_due_whether_the_ones_before_were_answered_or_not() {
        load.start(REQUEST, new LoadPlan.Rate(10, 2));
        assertThat(control.invocations).hasSize(1);

        clock.pass(Duration.ofMillis(950));
        assertThat(control.invocations).hasSize(10);
        assertThat(load.tallyProperty().get().sent()).isGreaterThanOrEqualTo(8);
        assertThat(load.runningProperty().get()).isTrue();

        clock.pass(Duration.ofSeconds(2));
        assertThat(control.invocations).hasSize(20);
        assertThat(load.runningProperty().get()).as("answers are still to come").isTrue();

        control.answer.complete(PageAnswers.predictions("blue", 5));
        clock.pass(Duration.ofSeconds(1));
        assertThat(load.runningProperty().get()).isFalse();
        assertThat(load.tallyProperty().get().answered()).isEqualTo(20);
    }

    @Test
    void times_count_from_when_a_request_was_due() {
        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 3; i++) {
            answers.add(new CompletableFuture<>());
        }
        control.answer = answers.get(0);
        load.start(REQUEST, new LoadPlan.Rate(1, 1));

        clock.pass(Duration.ofMillis(400));
        control.answer.complete(PageAnswers.predictions("blue", 5));
        clock.pass(Duration.ofSeconds(1));

        var line = load.tallyProperty().get().line("blue").orElseThrow();
        assertThat(line.p50()).isBetween(Duration.ofMillis(396), Duration.ofMillis(404));
        assertThat(line.p95()).isEqualTo(line.p50());
    }

    @Test
    void what_would_be_too_many_on_their_way_is_skipped_and_counted() {
        load.start(REQUEST, new LoadPlan.Rate(500, 1));

        clock.pass(Duration.ofSeconds(2));

        assertThat(control.invocations).hasSize(LoadRun.MOST_IN_FLIGHT);
        assertThat(load.tallyProperty().get().skipped()).isEqualTo(500 - LoadRun.MOST_IN_FLIGHT);
    }

    @Test
    void a_stopped_run_sends_no_more_and_counts_no_late_answer() {
        load.start(REQUEST, new LoadPlan.Rate(10, 2));
        clock.pass(Duration.ofMillis(250));

        load.stop();
        control.answer.complete(PageAnswers.predictions("blue", 5));
        clock.pass(Duration.ofSeconds(5));

        assertThat(control.invocations).hasSize(3);
        assertThat(load.tallyProperty().get().answered()).isZero();
        assertThat(load.runningProperty().get()).isFalse();
    }

    @Test
    void requests_without_an_answer_count_as_failed_and_say_why() {
        control.answer = CompletableFuture.failedFuture(new IOException("connection refused"));

        load.start(REQUEST, new LoadPlan.Times(3));

        assertThat(load.tallyProperty().get().failed()).isEqualTo(3);
        assertThat(load.problemProperty().get()).contains("connection refused");
    }

    @Test
    void another_run_takes_the_place_of_the_one_before() {
        var first = control.answer;
        load.start(REQUEST, new LoadPlan.Times(5));
        control.answer = new CompletableFuture<>();
        load.start(REQUEST, new LoadPlan.Times(2));

        first.complete(PageAnswers.predictions("blue", 5));
        clock.pass(Duration.ofSeconds(1));

        assertThat(load.tallyProperty().get().wanted()).isEqualTo(2);
        assertThat(load.tallyProperty().get().answered()).isZero();
    }

    @Test
    void a_run_is_told_wherever_the_user_is_and_can_be_stopped_there() {
        load.start(REQUEST, new LoadPlan.Rate(10, 2));
        load.lookAway();
        clock.pass(Duration.ofSeconds(1));

        var errand = desk.bench.errands().underway().get(0).errand();
        assertThat(errand.title()).isEqualTo("Sending requests to diabetes");
        assertThat(errand.now()).isEqualTo("10 of 20 sent, 0 failed");
        assertThat(errand.progress()).isEqualTo(0.5);

        errand.stop();
        clock.pass(Duration.ofSeconds(5));
        assertThat(control.invocations).hasSizeLessThanOrEqualTo(11);
        assertThat(load.runningProperty().get()).isFalse();
        assertThat(desk.bench.errands().underway()).isEmpty();
        assertThat(desk.bench.errands().ended()).singleElement().satisfies(ended -> {
            assertThat(ended.result()).isInstanceOf(Job.Result.Cancelled.class);
            assertThat(ended.text()).isEqualTo("11 of 20 sent, 0 failed");
            assertThat(ended.steps()).extracting(Errand.Step::title).containsExactly("Send 20 requests");
        });
        assertThat(desk.notices.notices()).as("who stops it knows it").isEmpty();
    }

    @Test
    void a_run_that_ends_while_another_page_is_looked_at_is_told_and_one_that_is_seen_is_not() {
        control.answer = CompletableFuture.completedFuture(PageAnswers.predictions("blue", 5));
        load.start(REQUEST, new LoadPlan.Rate(10, 1));
        clock.pass(Duration.ofSeconds(2));
        assertThat(desk.notices.notices()).isEmpty();

        load.start(REQUEST, new LoadPlan.Rate(10, 1));
        load.lookAway();
        clock.pass(Duration.ofSeconds(2));

        assertThat(desk.notices.notices())
                .containsExactly(new Notice.Done("Sending requests to diabetes has ended: 10 of 10 sent, 0 failed"));
        load.show(Optional.of(DIABETES));
        assertThat(load.tallyProperty().get().answered()).isEqualTo(10);
    }

    @Test
    void each_endpoint_has_its_own_run() {
        load.start(REQUEST, new LoadPlan.Rate(10, 5));
        load.show(Optional.of(OTHER));
        load.start(
                new Invocation(OTHER, new Target.ByTraffic(), "application/json", new byte[] {'1'}),
                new LoadPlan.Rate(1, 5));
        clock.pass(Duration.ofSeconds(1));

        assertThat(load.tallyProperty().get().wanted()).isEqualTo(5);
        assertThat(desk.bench.errands().underway()).hasSize(2);
        load.stop();
        load.show(Optional.of(DIABETES));
        assertThat(load.runningProperty().get()).isTrue();
        assertThat(load.tallyProperty().get().wanted()).isEqualTo(50);
    }

    @Test
    void whichever_page_is_open_a_run_ends_when_its_endpoint_is_deleted() {
        load.start(REQUEST, new LoadPlan.Rate(10, 5));
        load.lookAway();

        control.push(SampleFleets.empty());
        clock.pass(Duration.ofSeconds(5));

        assertThat(control.invocations).hasSize(1);
        assertThat(desk.bench.errands().underway()).isEmpty();
        assertThat(control.fleetWatchers).isEmpty();
    }

    @Test
    void all_end_with_the_window() {
        load.start(REQUEST, new LoadPlan.Rate(10, 5));

        desk.bench.errands().stopAll();
        clock.pass(Duration.ofSeconds(5));

        assertThat(control.invocations).hasSize(1);
    }

    @Test
    void a_plan_stays_within_its_bounds() {
        assertThat(List.of(new LoadPlan.Times(5_000), new LoadPlan.Times(0)))
                .extracting(LoadPlan::total)
                .containsExactly(1_000, 1);
        assertThat(new LoadPlan.Rate(9_999, 99_999)).isEqualTo(new LoadPlan.Rate(500, 86_400));
    }
}
