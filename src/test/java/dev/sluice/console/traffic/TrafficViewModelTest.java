package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficViewModelTest extends TrafficOnDiabetes {

    private static final PageFleet THREE =
            PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 50).share(CANARY, 30).share(GREEN, 20);

    @Test
    void moving_one_of_two_moves_the_other_and_apply_sends_both() {
        model.open(DIABETES, allBlue.fleet());

        model.setShare(GREEN, 10);
        assertThat(row(BLUE).draft()).isEqualTo(90);
        assertThat(row(BLUE).inForce()).isEqualTo(100);
        assertThat(model.changedProperty().get()).isTrue();

        model.apply();
        assertThat(control.asked).containsExactly("applyTraffic diabetes blue=90 green=10");
    }

    @Test
    void one_gesture_out_and_back_restores_the_others() {
        model.open(DIABETES, THREE.fleet());

        model.setShare(BLUE, 60);
        assertThat(drafts()).containsExactly(60, 24, 16);
        model.setShare(BLUE, 97);
        model.setShare(BLUE, 50);
        assertThat(drafts()).containsExactly(50, 30, 20);
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void that_there_were_no_requests_is_said_only_once_it_is_known() {
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);
        assertThat(model.whyNothingMeasuredProperty().get()).isEqualTo("Reading what was measured so far...");
        assertThat(model.effectProperty().get().lines())
                .containsExactly("blue goes from 100 % to 90 %.", "green goes from 0 % to 10 %.");

        model.measure(List.of(PageSamples.of(NOON, BLUE, PageSamples.live(0, 10))));

        assertThat(model.whyNothingMeasuredProperty().get()).isEqualTo("No requests in the last minute");
        assertThat(model.effectProperty().get().lines())
                .containsExactly(
                        "blue goes from 100 % to 90 %.",
                        "green goes from 0 % to 10 %.",
                        "How many requests that will be is unknown: there were none, or hardly any, in the last minute.");
    }

    @Test
    void with_the_runtime_gone_nothing_is_said_to_be_on_its_way() {
        model.open(DIABETES, allBlue.fleet());

        desk.bench.reach().lose("it has ended");

        assertThat(model.whyNothingMeasuredProperty().get()).isEqualTo("Nothing can be read: the runtime has ended.");
    }

    @Test
    void a_share_that_can_go_no_further_says_whose_lock_stops_it() {
        model.open(DIABETES, THREE.fleet());
        model.toggleLock(CANARY);
        assertThat(row(BLUE).reason()).isEmpty();

        model.setShare(BLUE, 90);

        assertThat(row(BLUE).draft()).isEqualTo(70);
        assertThat(row(BLUE).reason()).isEqualTo("At most 70 %: canary is locked");
        assertThat(row(CANARY).reason()).isEmpty();
        assertThat(row(GREEN).reason()).isEmpty();
        model.setShare(BLUE, 69);
        assertThat(row(BLUE).reason()).isEmpty();
    }

    @Test
    void a_share_set_by_hand_that_gives_way_to_a_later_one_is_told_with_the_way_to_keep_it() {
        model.open(DIABETES, PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 100).fleet());
        model.setShare(GREEN, 30);
        assertThat(model.gaveWayProperty().get()).isEmpty();

        model.setShare(CANARY, 30);
        assertThat(drafts()).containsExactly(49, 30, 21);
        assertThat(model.gaveWayProperty().get())
                .isEqualTo("green went from 30 % to 21 %: all that are not locked give way in proportion."
                        + " Lock a row with its padlock to keep it.");

        model.discard();
        assertThat(model.gaveWayProperty().get()).isEmpty();
        model.setShare(GREEN, 30);
        model.toggleLock(GREEN);
        model.setShare(CANARY, 30);
        assertThat(drafts()).containsExactly(40, 30, 30);
        assertThat(model.gaveWayProperty().get()).isEmpty();
    }

    @Test
    void of_two_it_goes_without_saying_that_one_gives_way() {
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 30);
        model.setShare(BLUE, 40);

        assertThat(model.gaveWayProperty().get()).isEmpty();
    }

    @Test
    void a_locked_share_stays_while_others_move() {
        model.open(DIABETES, THREE.fleet());

        model.toggleLock(CANARY);
        model.setShare(BLUE, 65);

        assertThat(drafts()).containsExactly(65, 30, 5);
        assertThat(row(CANARY).isMovable()).isFalse();
        assertThat(row(BLUE).highest()).isEqualTo(70);
    }

    @Test
    void a_draft_survives_a_newer_picture_and_an_untouched_one_follows_it() {
        model.open(DIABETES, allBlue.fleet());
        model.show(PageFleet.of(BLUE, GREEN).share(BLUE, 80).share(GREEN, 20).fleet());
        assertThat(drafts()).containsExactly(80, 20);

        model.setShare(GREEN, 40);
        model.show(allBlue.fleet());
        assertThat(drafts()).containsExactly(60, 40);
    }

    @Test
    void a_draft_is_carried_over_to_a_split_that_somebody_else_has_applied_without_taking_it_back() {
        var three = PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 100);
        model.open(DIABETES, three.fleet());
        model.setShare(GREEN, 10);

        model.show(PageFleet.of(BLUE, CANARY, GREEN)
                .share(BLUE, 50)
                .share(CANARY, 50)
                .fleet());

        assertThat(drafts()).containsExactly(45, 45, 10);
        assertThat(model.newsProperty().get())
                .isEqualTo("The split in force was changed meanwhile, to blue 50 %, canary 50 %. "
                        + "Your draft was carried over to it.");
        model.discard();
        assertThat(drafts()).containsExactly(50, 50, 0);
        assertThat(model.newsProperty().get()).isEmpty();
    }

    @Test
    void a_draft_is_kept_while_the_page_shows_another_endpoint() {
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);

        var both = withAnother(allBlue.fleet());
        model.open(new EndpointName("churn"), both);
        assertThat(model.changedProperty().get()).isFalse();

        model.open(DIABETES, both);
        assertThat(drafts()).containsExactly(90, 10);
    }

    @Test
    void a_border_moves_what_is_between_two_and_leaves_the_third_alone() {
        model.open(
                DIABETES,
                PageFleet.of(BLUE, CANARY, GREEN)
                        .share(BLUE, 50)
                        .share(CANARY, 30)
                        .share(GREEN, 20)
                        .fleet());

        model.setBetween(BLUE, CANARY, 65);
        assertThat(drafts()).containsExactly(65, 15, 20);
        model.setBetween(BLUE, CANARY, 100);
        assertThat(drafts()).containsExactly(80, 0, 20);
    }

    @Test
    void a_draft_for_a_deployment_that_is_gone_is_given_up() {
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);

        model.show(PageFleet.of(BLUE).share(BLUE, 100).fleet());

        assertThat(drafts()).containsExactly(100);
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void a_deployment_that_is_not_ready_gets_nothing_and_says_why() {
        model.open(DIABETES, allBlue.creating(GREEN).fleet());

        model.setShare(GREEN, 10);

        assertThat(drafts()).containsExactly(100, 0);
        assertThat(row(GREEN).isMovable()).isFalse();
        assertThat(row(GREEN).reason()).contains("Not ready");
        assertThat(row(BLUE).reason()).contains("No other deployment");
    }

    @Test
    void the_shadow_gets_no_live_share_and_says_why() {
        model.open(DIABETES, allBlue.mirror(GREEN, 10).fleet());

        model.setShare(GREEN, 10);

        assertThat(drafts()).containsExactly(100, 0);
        assertThat(row(GREEN).reason()).contains("live or shadow, never both");
    }

    @Test
    void a_reason_goes_with_the_change_and_not_with_the_next_one() {
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);
        model.note().textProperty().set(" green is faster ");
        model.apply();
        model.allTo(BLUE);

        assertThat(control.reasons).containsExactly("green is faster");
        assertThat(model.note().textProperty().get()).isEmpty();
    }

    @Test
    void the_reason_of_a_change_that_was_refused_is_there_for_the_next_attempt() {
        model.open(DIABETES, allBlue.fleet());
        control.outcome = CompletableFuture.failedFuture(new IllegalStateException("the runtime has ended"));
        model.setShare(GREEN, 10);
        model.note().textProperty().set("green is faster");

        model.apply();

        assertThat(model.note().textProperty().get()).isEqualTo("green is faster");
    }

    @Test
    void of_many_that_change_those_that_change_most_are_told() {
        var names = IntStream.range(0, 20)
                .mapToObj(i -> new DeploymentName("d-" + i))
                .toArray(DeploymentName[]::new);
        var split = TrafficSplit.NONE;
        for (var name : names) {
            split = split.with(name, new Percent(5));
        }
        model.open(DIABETES, PageFleet.of(names).split(split).fleet());

        model.setShare(names[7], 50);

        assertThat(model.effectProperty().get().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("d-7 goes from 5 % to 50 %"))
                .last()
                .isEqualTo("The shares of 17 others change less.");
    }

    @Test
    void no_live_traffic_has_its_own_switch() {
        model.open(DIABETES, allBlue.fleet());

        model.turnOff();
        assertThat(model.effectProperty().get()).contains("404");
        model.apply();
        assertThat(control.asked).containsExactly("applyTraffic diabetes no live traffic");

        model.turnOn();
        assertThat(drafts()).containsExactly(100, 0);
    }

    @Test
    void turned_on_from_nothing_all_goes_to_the_first_that_can_take_it() {
        model.open(DIABETES, PageFleet.of(BLUE, GREEN).creating(BLUE).fleet());

        model.turnOn();

        assertThat(drafts()).containsExactly(0, 100);
    }

    @Test
    void a_refusal_is_shown_in_place_and_the_draft_stays() {
        refuse("deployment green is not ready");
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);

        model.apply();

        assertThat(model.problemProperty().get()).isEqualTo("Deployment green is not ready. What to do: wait for it.");
        assertThat(drafts()).containsExactly(90, 10);
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void a_runtime_that_does_not_answer_is_named_and_the_user_may_try_again() {
        control.outcome = CompletableFuture.failedFuture(new IOException("connection refused"));
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);

        model.apply();

        assertThat(model.problemProperty().get()).contains("did not answer").contains("connection refused");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void while_one_change_is_on_its_way_another_waits() {
        control.outcome = new CompletableFuture<>();
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);

        model.apply();
        model.apply();

        assertThat(control.asked).hasSize(1);
    }

    @Test
    void the_measured_share_is_that_of_the_last_minute_and_of_traffic_by_rules() {
        model.open(DIABETES, allBlue.fleet());
        model.measure(List.of(
                PageSamples.of(NOON, GREEN, PageSamples.live(500, 10)),
                PageSamples.of(NOON.plusSeconds(61), BLUE, PageSamples.live(90, 10), GREEN, PageSamples.live(10, 10)),
                PageSamples.of(NOON.plusSeconds(62), GREEN, PageSamples.mirrored(70, 10))));

        assertThat(row(GREEN).measured()).hasValue(10.0);
        assertThat(row(BLUE).measured()).hasValue(90.0);
    }

    @Test
    void what_a_change_does_is_said_in_words_and_in_requests_a_second() {
        model.open(DIABETES, allBlue.fleet());
        model.measure(List.of(PageSamples.of(NOON, BLUE, PageSamples.live(42, 10))));

        model.setShare(GREEN, 10);

        assertThat(model.effectProperty().get())
                .contains("green goes from 0 % to 10 %: about 4.2 of the present 42 requests a second; "
                        + "1 instance at concurrency 1, and what that can take is unknown until it has answered some.");
    }

    @Test
    void what_a_deployment_can_take_is_told_from_what_was_measured_and_too_much_is_warned_of() {
        model.open(DIABETES, allBlue.fleet());
        model.measure(List.of(PageSamples.of(
                NOON, BLUE, PageSamples.working(42, 10), GREEN, PageSamples.working(0, 5, Duration.ofMillis(90)))));

        model.setShare(GREEN, 10);
        assertThat(model.effectProperty().get())
                .contains("green goes from 0 % to 10 %: about 4.2 of the present 42 requests a second; "
                        + "1 instance at concurrency 1 can take about 11.");
        assertThat(model.warningProperty().get()).isEmpty();

        model.setShare(GREEN, 50);
        assertThat(model.warningProperty().get())
                .isEqualTo("green gets about 21 requests a second and can take about 11: "
                        + "the rest will stand in line and be answered 429. 3 instances could take them.");
    }

    @Test
    void an_answer_that_comes_after_the_user_turned_to_another_endpoint_says_nothing_there() {
        control.outcome = new CompletableFuture<>();
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);
        model.apply();

        model.open(new EndpointName("churn"), allBlue.fleet());
        control.outcome.completeExceptionally(new IOException("connection refused"));

        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
    }

    private static Fleet withAnother(Fleet fleet) {
        var diabetes = fleet.endpoints().get(0);
        var churn = new EndpointView(
                EndpointSpec.managed(new EndpointName("churn"), AuthMode.KEY),
                diabetes.routing(),
                diabetes.scoringUri(),
                diabetes.openApiUri(),
                diabetes.mirror(),
                diabetes.deployments());
        return new Fleet(1, fleet.runtime(), List.of(churn, diabetes), List.of());
    }
}
