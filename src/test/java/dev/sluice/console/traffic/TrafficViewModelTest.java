package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TrafficViewModelTest {

    private final FakeControl control = new FakeControl();
    private final TrafficViewModel model = new TrafficViewModel(control, Runnable::run);
    private final PageFleet allBlue = PageFleet.of(BLUE, GREEN).share(BLUE, 100);

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
        var three = PageFleet.of(BLUE, CANARY, GREEN)
                .share(BLUE, 50)
                .share(CANARY, 30)
                .share(GREEN, 20);
        model.open(DIABETES, three.fleet());

        model.setShare(BLUE, 60);
        assertThat(drafts()).containsExactly(60, 24, 16);
        model.setShare(BLUE, 97);
        model.setShare(BLUE, 50);
        assertThat(drafts()).containsExactly(50, 30, 20);
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void a_locked_share_stays_while_others_move() {
        var three = PageFleet.of(BLUE, CANARY, GREEN)
                .share(BLUE, 50)
                .share(CANARY, 30)
                .share(GREEN, 20);
        model.open(DIABETES, three.fleet());

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
        assertThat(row(GREEN).canTakeAll()).isFalse();
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
    void all_to_the_shadow_stops_mirroring_first() {
        model.open(DIABETES, allBlue.mirror(GREEN, 10).fleet());

        model.allTo(GREEN);

        assertThat(control.asked).containsExactly("applyMirror diabetes off", "applyTraffic diabetes green=100");
    }

    @Test
    void when_mirroring_cannot_be_stopped_the_traffic_is_not_touched() {
        refuse("the endpoint is being changed");
        model.open(DIABETES, allBlue.mirror(GREEN, 10).fleet());

        model.allTo(GREEN);

        assertThat(control.asked).containsExactly("applyMirror diabetes off");
        assertThat(model.problemProperty().get()).contains("being changed");
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
        refuse("green is not ready");
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);

        model.apply();

        assertThat(model.problemProperty().get()).contains("green is not ready").contains("wait for it");
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
    void the_last_change_can_be_undone() {
        model.open(DIABETES, allBlue.fleet());
        model.setShare(GREEN, 10);
        model.apply();
        model.show(PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10).fleet());

        assertThat(model.canUndoProperty().get()).isTrue();
        model.undo();

        assertThat(control.asked).last().isEqualTo("applyTraffic diabetes blue=100");
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
                .contains("green goes from 0 % to 10 %: about 4.2 of the present 42 requests a second.");
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

    private void refuse(String why) {
        var problem = Problem.of(Problem.Code.TRAFFIC_NOT_READY, "traffic.green", why, "wait for it");
        control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(problem)));
    }

    private ShareRow row(DeploymentName name) {
        return model.rowsProperty().get().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> drafts() {
        return model.rowsProperty().get().stream().map(ShareRow::draft).toList();
    }
}
