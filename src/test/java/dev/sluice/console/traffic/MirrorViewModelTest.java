package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.TestBench;
import dev.sluice.domain.DeploymentId;
import dev.sluice.metrics.MirrorLedger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorViewModelTest {

    private final TestBench desk = new TestBench();
    private final FakeControl control = desk.control;
    private final MirrorViewModel model = new MirrorViewModel(desk.bench.routings(), new RoutingDrafts(desk.notices));
    private final PageFleet allBlue = PageFleet.of(BLUE, GREEN).share(BLUE, 100);

    @Test
    void only_deployments_without_live_share_can_be_the_shadow_and_the_others_say_why() {
        model.open(DIABETES, allBlue.fleet());

        assertThat(model.targetsProperty().get()).containsExactly(GREEN);
        assertThat(model.limitsProperty().get())
                .isEqualTo("Live: blue 100 %. A deployment is live or shadow, never both.");
    }

    @Test
    void a_share_is_a_draft_until_it_is_applied() {
        model.open(DIABETES, allBlue.fleet());

        model.setShare(10);
        assertThat(model.stateProperty().get())
                .isEqualTo("10 % of the live requests will be copied to green (in force: no mirror).");
        assertThat(control.asked).isEmpty();

        model.apply();
        assertThat(control.asked).containsExactly("applyMirror diabetes green=10");
    }

    @Test
    void a_note_goes_into_the_journal_with_the_mirror_and_is_used_once() {
        model.open(DIABETES, allBlue.fleet());
        model.setShare(10);
        model.note().textProperty().set(" compare both ");

        model.apply();
        model.stop();

        assertThat(control.reasons).containsExactly("compare both");
        assertThat(model.note().textProperty().get()).isEmpty();
    }

    @Test
    void copies_that_failed_lead_to_the_shadow_as_long_as_there_is_one() {
        var mirrored = allBlue.mirror(GREEN, 10);
        model.open(
                DIABETES,
                mirrored.counted(new MirrorLedger(10, 10, 0, 0, 0, 0, 0, 0)).fleet());
        assertThat(model.failingProperty().get()).isEmpty();

        var failed = new MirrorLedger(10, 7, 3, 0, 0, 0, 0, 0);
        model.show(mirrored.counted(failed).fleet());
        assertThat(model.failingProperty().get()).contains(new DeploymentId(DIABETES, GREEN));

        model.show(allBlue.counted(failed).fleet());
        assertThat(model.failingProperty().get()).isEmpty();
    }

    @Test
    void more_than_half_is_taken_as_half() {
        model.open(DIABETES, allBlue.fleet());

        model.setShare(80);

        assertThat(model.shareProperty().get()).isEqualTo(50);
    }

    @Test
    void an_untouched_share_follows_what_is_in_force_and_a_draft_stays() {
        model.open(DIABETES, allBlue.fleet());
        model.show(allBlue.mirror(GREEN, 20).fleet());
        assertThat(model.shareProperty().get()).isEqualTo(20);
        assertThat(model.changedProperty().get()).isFalse();

        model.setShare(30);
        model.show(allBlue.mirror(GREEN, 25).fleet());
        assertThat(model.shareProperty().get()).isEqualTo(30);

        model.discard();
        assertThat(model.shareProperty().get()).isEqualTo(25);
    }

    @Test
    void stopping_needs_no_draft() {
        model.open(DIABETES, allBlue.mirror(GREEN, 20).fleet());

        model.stop();

        assertThat(control.asked).containsExactly("applyMirror diabetes off");
    }

    @Test
    void without_live_traffic_there_is_nothing_to_mirror() {
        model.open(DIABETES, PageFleet.of(BLUE, GREEN).mirror(GREEN, 20).fleet());

        assertThat(model.warningProperty().get()).contains("nothing to mirror");
    }

    @Test
    void the_copies_to_expect_are_told_once_that_is_read_and_too_many_are_warned_of() {
        model.open(DIABETES, allBlue.fleet());
        model.setShare(10);
        assertThat(model.loadProperty().get()).isEmpty();
        model.measure(List.of(PageSamples.of(
                PageFleet.NOON,
                BLUE,
                PageSamples.live(42, 10),
                GREEN,
                PageSamples.working(0, 5, Duration.ofMillis(90)))));

        model.setShare(10);
        assertThat(model.loadProperty().get())
                .isEqualTo("green will get about 4.2 copies a second; 1 instance at concurrency 1 can take about 11.");
        assertThat(model.warningProperty().get()).isEmpty();

        model.setShare(50);
        assertThat(model.warningProperty().get()).contains("can take about 11: copies will be dropped");
    }

    @Test
    void the_draft_stays_with_its_target_and_goes_with_it() {
        var three = PageFleet.of(BLUE, CANARY, GREEN).share(BLUE, 100);
        model.open(DIABETES, three.fleet());
        model.setTarget(GREEN);
        model.setShare(10);

        model.show(three.creating(CANARY).fleet());
        assertThat(model.targetProperty().get()).isEqualTo(GREEN);
        assertThat(model.shareProperty().get()).isEqualTo(10);

        model.show(three.creating(GREEN).fleet());
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(model.targetProperty().get()).isEqualTo(CANARY);
    }

    @Test
    void a_shadow_that_is_not_ready_for_a_while_is_still_the_target_in_force() {
        model.open(DIABETES, allBlue.mirror(GREEN, 20).fleet());

        model.show(allBlue.mirror(GREEN, 20).creating(GREEN).fleet());

        assertThat(model.targetProperty().get()).isEqualTo(GREEN);
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void the_shadow_can_be_moved_to_another_deployment() {
        model.open(
                DIABETES,
                PageFleet.of(BLUE, CANARY, GREEN)
                        .share(BLUE, 100)
                        .mirror(GREEN, 20)
                        .fleet());

        model.setTarget(CANARY);
        model.apply();

        assertThat(control.asked).containsExactly("applyMirror diabetes canary=20");
    }

    @Test
    void with_everything_live_no_deployment_can_be_the_shadow() {
        model.open(DIABETES, PageFleet.of(BLUE).share(BLUE, 100).fleet());

        assertThat(model.targetsProperty().get()).isEmpty();
        assertThat(model.stateProperty().get()).contains("No deployment can be the shadow");
    }
}
