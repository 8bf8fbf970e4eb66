package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentId;
import org.junit.jupiter.api.Test;

class DeploymentOverviewViewModelTest {

    private final TestBench desk = new TestBench();

    @Test
    void the_way_up_is_shown_while_it_lasts() {
        var model = open(BLUE, SampleFleets.creating());
        assertThat(model.stepsProperty().get()).hasSize(6);
        assertThat(model.isUnderWay()).isTrue();

        model.show(SampleFleets.blueLive());

        assertThat(model.stepsProperty().get()).isEmpty();
        assertThat(model.isUnderWay()).isFalse();
        assertThat(model.instancesProperty().get())
                .extracting(DeploymentOverviewViewModel.InstanceRow::since)
                .containsExactly("Mar 1, 11:54:50", "Mar 1, 11:55:50");
    }

    @Test
    void a_failure_is_shown_with_its_traceback_and_can_be_copied() {
        var model = open(GREEN, SampleFleets.greenFailed());

        assertThat(model.failureProperty().get()).isPresent();
        model.copyFailure();

        assertThat(desk.copied)
                .singleElement()
                .asString()
                .contains("To mend it")
                .contains("Traceback");
    }

    @Test
    void a_deployment_with_live_traffic_cannot_be_deleted_and_says_why() {
        var model = open(BLUE, SampleFleets.split());

        assertThat(model.canDeleteProperty().get()).isFalse();
        assertThat(model.deleteHintProperty().get()).contains("90 %");
    }

    @Test
    void a_shadow_can_be_deleted_after_a_question() {
        var model = open(GREEN, SampleFleets.greenShadow());
        assertThat(model.canDeleteProperty().get()).isTrue();

        model.delete();
        assertThat(desk.questions.openProperty().get().orElseThrow().consequence())
                .contains("1 request in flight");
        desk.questions.answer(true);

        assertThat(desk.control.asked).containsExactly("deleteDeployment diabetes/green");
    }

    @Test
    void scaling_is_offered_only_for_another_number() {
        var model = open(BLUE, SampleFleets.split());
        assertThat(model.canScaleProperty().get()).isFalse();

        model.wantedProperty().set(3);
        model.scale();

        assertThat(desk.control.asked).containsExactly("scale diabetes/blue 3");
    }

    @Test
    void a_number_that_is_being_changed_survives_a_newer_picture() {
        var model = open(BLUE, SampleFleets.split());
        model.wantedProperty().set(5);

        model.show(SampleFleets.greenShadow());

        assertThat(model.wantedProperty().get()).isEqualTo(5);
    }

    @Test
    void an_untouched_number_follows_what_is_in_force() {
        var model = open(BLUE, SampleFleets.creating());
        assertThat(model.wantedProperty().get()).isEqualTo(1);

        model.show(SampleFleets.blueLive());

        assertThat(model.wantedProperty().get()).isEqualTo(2);
        assertThat(model.canScaleProperty().get()).isFalse();
    }

    @Test
    void a_failed_deployment_cannot_be_scaled() {
        var model = open(GREEN, SampleFleets.greenFailed());

        model.wantedProperty().set(4);
        model.scale();

        assertThat(desk.control.asked).isEmpty();
    }

    @Test
    void says_what_of_the_environment_the_engine_does_not_do() {
        assertThat(open(GREEN, SampleFleets.split()).environmentNoteProperty().get())
                .contains("not built on this engine");
    }

    @Test
    void the_attributes_name_what_it_was_made_from_and_show_no_variables_value() {
        assertThat(open(BLUE, SampleFleets.split()).attributesProperty().get())
                .contains(
                        new Described.Attribute("Scoring script", "score.py"),
                        new Described.Attribute("Instance type", "Standard_DS3_v2 (here 1 core, 1 GiB)"),
                        new Described.Attribute("WORKER_COUNT", "••••••••"));
    }

    private DeploymentOverviewViewModel open(DeploymentId id, Fleet fleet) {
        return new DeploymentOverviewViewModel(desk.bench, id, fleet);
    }
}
