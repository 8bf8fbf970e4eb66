package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.overview.WayUpViewModel.Kind;
import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentId;
import org.junit.jupiter.api.Test;

class WayUpViewModelTest {

    private final TestBench desk = new TestBench();

    @Test
    void the_way_up_is_shown_while_it_lasts() {
        var model = open(BLUE, SampleFleets.creating());
        assertThat(model.stepsProperty().get()).hasSize(6);
        assertThat(model.kindProperty().get()).isEqualTo(Kind.FIRST);
        assertThat(model.isUnderWay()).isTrue();

        show(model, BLUE, SampleFleets.blueLive());

        assertThat(model.stepsProperty().get()).isEmpty();
        assertThat(model.isUnderWay()).isFalse();
    }

    @Test
    void a_failure_is_shown_with_its_traceback_and_can_be_copied() {
        var model = open(GREEN, SampleFleets.greenFailed());

        assertThat(model.failureProperty().get()).isPresent();
        assertThat(model.failureProperty().get().orElseThrow().kind()).isEqualTo("init() has failed");
        model.copyFailure();

        assertThat(desk.copied)
                .singleElement()
                .asString()
                .startsWith("init() in score.py raised")
                .contains("What to do: look for the file")
                .contains("Traceback");
    }

    @Test
    void what_failed_at_first_is_deleted_and_created_again_in_one_go() {
        open(GREEN, SampleFleets.greenFailed()).tryAgain();

        assertThat(desk.control.asked).containsExactly("recreateDeployment diabetes/green");
    }

    @Test
    void an_update_shows_its_steps_and_can_be_stopped_without_a_question() {
        var model = open(GREEN, SampleFleets.greenUpdating());
        assertThat(model.kindProperty().get()).isEqualTo(Kind.UPDATE);
        assertThat(model.stepsProperty().get()).hasSize(6);

        model.dropUpdate();

        assertThat(desk.questions.openProperty().get()).isEmpty();
        assertThat(desk.control.asked).containsExactly("dropUpdate diabetes/green");
    }

    @Test
    void a_failed_update_keeps_its_text_to_be_mended_and_can_be_tried_again() {
        var model = open(GREEN, SampleFleets.greenUpdateFailed());
        assertThat(model.failureProperty().get().orElseThrow().problem().message())
                .contains("THRESHOLD");
        assertThat(model.rejectedText().orElseThrow()).contains("THRESHOLD: '0.7'");

        model.tryAgain();

        assertThat(desk.control.asked).containsExactly("replaceDeployment diabetes/green");
        assertThat(desk.control.updatedDeployments).containsExactly(SampleFleets.changed(GREEN));
    }

    private WayUpViewModel open(DeploymentId id, Fleet fleet) {
        var model = new WayUpViewModel(desk.bench, id);
        show(model, id, fleet);
        return model;
    }

    private static void show(WayUpViewModel model, DeploymentId id, Fleet fleet) {
        model.show(fleet, fleet.deployment(id).orElseThrow());
    }
}
