package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.DIABETES;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.overview.EndpointOverviewViewModel.Pin;
import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Notice;
import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EndpointOverviewViewModelTest {

    private final TestBench desk = new TestBench();
    private final List<DeploymentId> chosen = new ArrayList<>();

    @Test
    void gives_both_spellings_of_the_address() {
        var model = open(SampleFleets.split());

        assertThat(model.scoringUriProperty().get()).isEqualTo("http://127.0.0.1:8420/endpoints/diabetes/score");
        assertThat(model.hostUriProperty().get()).isEqualTo("http://diabetes.localhost:8420/score");
    }

    @Test
    void a_deployment_without_live_traffic_is_the_one_that_the_curl_line_pins() {
        var model = open(SampleFleets.greenShadow());

        assertThat(model.curlProperty().get()).contains("-H 'azureml-model-deployment: green'");
    }

    @Test
    void with_everything_live_the_traffic_rules_choose() {
        assertThat(open(SampleFleets.split()).curlProperty().get()).doesNotContain("azureml-model-deployment");
    }

    @Test
    void the_curl_line_hides_the_key_until_it_is_copied() {
        var model = open(SampleFleets.split());
        assertThat(model.curlProperty().get()).doesNotContain("primary-key");

        model.copyCurl();

        assertThat(desk.copied).singleElement().asString().contains("Bearer primary-key'");
        assertThat(desk.notices.notices()).noneMatch(notice -> notice.title().contains("primary-key"));
    }

    @Test
    void a_pin_on_a_deployment_that_has_gone_falls_back_to_the_traffic_rules() {
        var model = open(SampleFleets.greenShadow());

        show(model, SampleFleets.blueLive());

        assertThat(model.pinProperty().get()).isEqualTo(new Pin.ByTraffic());
    }

    @Test
    void a_chosen_pin_survives_newer_pictures() {
        var model = open(SampleFleets.split());
        model.pinProperty().set(new Pin.To(BLUE.deployment()));

        show(model, SampleFleets.greenShadow());

        assertThat(model.curlProperty().get()).contains("azureml-model-deployment: blue");
    }

    @Test
    void the_table_counts_ready_instances_and_requests_in_flight() {
        var blue = open(SampleFleets.greenShadow()).rowsProperty().get().get(0);

        assertThat(blue.live()).isEqualTo(100);
        assertThat(blue.ready()).isEqualTo(2);
        assertThat(blue.inFlight()).isEqualTo(1);
        assertThat(blue.environment()).isEqualTo("Dockerfile in \u2026/blue/environment");
    }

    @Test
    void deleting_asks_first_and_tells_what_goes_in_numbers() {
        open(SampleFleets.split()).delete();

        var question = desk.questions.openProperty().get().orElseThrow();
        assertThat(question.consequence()).contains("2 deployments").contains("blue serves 90 %");
        assertThat(question).extracting(Question::verb).isEqualTo("Delete endpoint");
        assertThat(desk.control.asked).isEmpty();
    }

    @Test
    void nothing_is_deleted_unless_the_verb_is_chosen() {
        var model = open(SampleFleets.split());

        model.delete();
        desk.questions.answer(false);
        assertThat(desk.control.asked).isEmpty();

        model.delete();
        desk.questions.answer(true);
        assertThat(desk.control.asked).containsExactly("deleteEndpoint diabetes");
    }

    @Test
    void a_refusal_to_delete_is_told_with_its_reason() {
        var problem = Problem.of(Problem.Code.BUSY, "", "it is busy", "wait");
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(problem)));

        open(SampleFleets.split()).delete();
        desk.questions.answer(true);

        assertThat(desk.notices.notices())
                .containsExactly(new Notice.Refused("Endpoint diabetes was not deleted", List.of(problem)));
    }

    @Test
    void choosing_a_row_chooses_the_deployment() {
        open(SampleFleets.split()).choose(GREEN);

        assertThat(chosen).containsExactly(GREEN);
    }

    private EndpointOverviewViewModel open(Fleet fleet) {
        return new EndpointOverviewViewModel(
                desk.bench, fleet.endpoint(DIABETES).orElseThrow(), 8420, chosen::add, view -> {});
    }

    private static void show(EndpointOverviewViewModel model, Fleet fleet) {
        model.show(fleet.endpoint(DIABETES).orElseThrow(), 8420);
    }
}
