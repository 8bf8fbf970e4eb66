package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InstancesViewModelTest {

    private final TestBench desk = new TestBench();

    @Test
    void each_instance_shows_its_version_and_its_age() {
        assertThat(open(BLUE, SampleFleets.blueLive()).rowsProperty().get())
                .extracting(InstanceRow::name, InstanceRow::version, InstanceRow::age)
                .containsExactly(tuple("blue-4f2a", "#3", "5 min 12 s"), tuple("blue-9c01", "#3", "4 min 12 s"));
    }

    @Test
    void the_probes_of_an_instance_are_listed_newest_first_with_outcome_and_latency() {
        var model = open(BLUE, SampleFleets.blueLive());

        var lines = model.probesOf(model.rowsProperty().get().get(0));

        assertThat(lines).hasSize(20);
        assertThat(lines.get(0).told()).contains("ready", "ms");
        assertThat(lines.get(19).told()).isEqualTo("11:54:48  readiness: no answer, 1 ms");
    }

    @Test
    void instances_that_ended_by_themselves_are_counted_and_told_with_reason_and_last_lines() {
        var model = open(GREEN, SampleFleets.greenUpdateFailed());

        assertThat(model.endedProperty().get()).startsWith("2 instances have ended by themselves");
        assertThat(model.exitsProperty().get().get(0).title()).isEqualTo("green-e1d0, Mar 1, 11:59:40: exit code 3");
        assertThat(model.exitsProperty().get().get(0).lastLines()).contains("ValueError: THRESHOLD");
        assertThat(open(BLUE, SampleFleets.split()).endedProperty().get()).isEmpty();
    }

    @Test
    void scaling_is_offered_only_for_another_number_and_says_what_it_will_do() {
        var model = open(BLUE, SampleFleets.split());
        assertThat(model.canScaleProperty().get()).isFalse();
        assertThat(model.effectProperty().get()).isEmpty();

        model.wantedProperty().set(1);
        assertThat(model.effectProperty().get()).isEqualTo("From 2 to 1: 1 instance finishes its requests and stops.");
        model.wantedProperty().set(3);
        assertThat(model.effectProperty().get())
                .isEqualTo("From 2 to 3: 1 more instance starts, which takes 1 core and 1 GiB.");
        model.scale();

        assertThat(desk.control.asked).containsExactly("scale diabetes/blue 3");
    }

    @Test
    void a_note_goes_with_the_scaling_and_stays_for_the_next_attempt_when_it_is_refused() {
        var model = open(BLUE, SampleFleets.split());
        model.wantedProperty().set(3);
        model.note().textProperty().set(" Monday's load ");
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(
                List.of(Problem.of(Problem.Code.ENDPOINT_BUSY, "name", "diabetes is busy", "wait"))));

        model.scale();
        assertThat(model.note().textProperty().get()).isEqualTo(" Monday's load ");

        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Applied(2));
        model.scale();
        assertThat(model.note().textProperty().get()).isEmpty();
        assertThat(desk.control.reasons).containsExactly("Monday's load", "Monday's load");
    }

    @Test
    void a_number_that_is_being_changed_survives_a_newer_picture() {
        var model = open(BLUE, SampleFleets.split());
        model.wantedProperty().set(5);

        model.show(SampleFleets.greenShadow().deployment(BLUE).orElseThrow());

        assertThat(model.wantedProperty().get()).isEqualTo(5);
    }

    @Test
    void an_untouched_number_follows_what_is_in_force() {
        var model = open(BLUE, SampleFleets.creating());
        assertThat(model.wantedProperty().get()).isEqualTo(1);

        model.show(SampleFleets.blueLive().deployment(BLUE).orElseThrow());

        assertThat(model.wantedProperty().get()).isEqualTo(2);
        assertThat(model.canScaleProperty().get()).isFalse();
    }

    @Test
    void what_is_not_up_cannot_be_scaled() {
        for (var model :
                new InstancesViewModel[] {open(GREEN, SampleFleets.greenFailed()), open(BLUE, SampleFleets.creating())
                }) {
            model.wantedProperty().set(4);
            model.scale();
        }

        assertThat(desk.control.asked).isEmpty();
    }

    private InstancesViewModel open(DeploymentId id, Fleet fleet) {
        return new InstancesViewModel(desk.bench, fleet.deployment(id).orElseThrow());
    }
}
