package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.console.PageFleet;
import org.junit.jupiter.api.Test;

class MirrorViewModelTest {

    private final FakeControl control = new FakeControl();
    private final MirrorViewModel model = new MirrorViewModel(control, Runnable::run);
    private final PageFleet allBlue = PageFleet.of(BLUE, GREEN).share(BLUE, 100);

    @Test
    void only_deployments_without_live_share_can_be_the_shadow_and_the_others_say_why() {
        model.open(DIABETES, allBlue.fleet());

        assertThat(model.targetsProperty().get()).containsExactly(GREEN);
        assertThat(model.limitsProperty().get())
                .isEqualTo("blue has 100 % of live traffic: a deployment is live or shadow, never both");
    }

    @Test
    void a_share_is_a_draft_until_it_is_applied() {
        model.open(DIABETES, allBlue.fleet());

        model.setShare(10);
        assertThat(model.stateProperty().get()).isEqualTo("Draft: 10 % of the live requests will be copied to green.");
        assertThat(control.asked).isEmpty();

        model.apply();
        assertThat(control.asked).containsExactly("applyMirror diabetes green=10");
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

        assertThat(model.stateProperty().get()).contains("nothing to mirror");
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
