package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.DIABETES;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Notice;
import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EndpointOverviewViewModelTest {

    private final TestBench desk = new TestBench();
    private final Rates rates = new Rates();
    private final List<DeploymentId> chosen = new ArrayList<>();

    @Test
    void b7_keys_without_effect_are_said_to_have_none() {
        var spec = new EndpointSpec(
                new EndpointName("abc"),
                EndpointKind.MANAGED,
                AuthMode.KEY,
                Labels.NONE,
                new CloudKeys(new TreeMap<>(Map.of("public_network_access", "\"disabled\""))));

        assertThat(Described.attributes(spec))
                .contains(new Attribute("public_network_access", "disabled", "No effect on this computer."));
    }

    @Test
    void gives_both_spellings_of_the_address() {
        var model = open(SampleFleets.split());

        assertThat(model.scoringUriProperty().get()).isEqualTo("http://127.0.0.1:8420/endpoints/diabetes/score");
        assertThat(model.hostUriProperty().get()).isEqualTo("http://diabetes.localhost:8420/score");
    }

    @Test
    void gives_the_address_of_its_openapi_description() {
        assertThat(open(SampleFleets.split()).openApiUriProperty().get())
                .isEqualTo("http://127.0.0.1:8420/endpoints/diabetes/swagger.json");
    }

    @Test
    void every_attribute_of_the_endpoint_is_there() {
        assertThat(open(SampleFleets.split()).attributesProperty().get())
                .containsExactly(
                        new Attribute("Name", "diabetes"),
                        new Attribute("Kind", "Managed online endpoint"),
                        new Attribute("Authentication", "Key"),
                        new Attribute("Description", "Predicts disease progression one year on"),
                        new Attribute("Tags", "team = clinical-ml"));
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
        rates.add(List.of(Measured.second(BLUE, 12, 0)));
        open(SampleFleets.split()).delete();

        var question = desk.questions.openProperty().get().orElseThrow();
        assertThat(question.consequence())
                .contains("2 deployments")
                .contains("blue serves 90 % of the live traffic, 12.0 requests a second, 1 in flight");
        assertThat(question).extracting(Question::verb).isEqualTo("Delete endpoint");
        assertThat(desk.control.asked).isEmpty();
    }

    @Test
    void deleting_tells_callers_that_name_a_deployment_and_copies_that_a_shadow_gets() {
        rates.add(List.of(Measured.pinned(GREEN, 2, 4)));
        open(SampleFleets.greenShadow()).delete();

        var question = desk.questions.openProperty().get().orElseThrow();
        assertThat(question.consequence())
                .contains("blue serves 100 % of the live traffic, 0.0 requests a second")
                .contains(
                        "green has no live traffic, but in the last second callers that name it: 2.0 requests a second, 1 in flight")
                .contains("green gets copies of 10 % of the live requests, 4.0 a second");
        assertThat(question.typed()).as("their requests are lost too").isEqualTo("diabetes");
    }

    @Test
    void what_was_not_measured_yet_is_not_called_none() {
        open(SampleFleets.greenShadow()).delete();

        assertThat(desk.questions.openProperty().get().orElseThrow().consequence())
                .contains("blue serves 100 % of the live traffic, rate not measured yet")
                .contains("Whether callers name green, which has no live traffic, was not measured yet")
                .contains("copies of 10 % of the live requests, rate not measured yet")
                .doesNotContain("0.0");
    }

    @Test
    void the_name_must_be_typed_only_where_requests_would_be_lost() {
        open(SampleFleets.split()).delete();
        assertThat(desk.questions.openProperty().get().orElseThrow().typed()).isEmpty();

        rates.add(List.of(Measured.second(BLUE, 12, 0)));
        open(SampleFleets.split()).delete();
        assertThat(desk.questions.openProperty().get().orElseThrow().typed()).isEqualTo("diabetes");
    }

    @Test
    void what_the_traffic_rules_gave_a_deployment_until_just_now_is_not_said_to_name_it() {
        rates.add(List.of(Measured.second(GREEN, 38, 0)));
        open(SampleFleets.greenShadow()).delete();

        var question = desk.questions.openProperty().get().orElseThrow();
        assertThat(question.consequence()).doesNotContain("name it");
        assertThat(question.typed()).isEmpty();
    }

    @Test
    void nothing_is_deleted_unless_the_verb_is_chosen() {
        var model = open(SampleFleets.split());

        model.delete();
        desk.questions.answer(false);
        assertThat(desk.control.asked).isEmpty();

        model.delete();
        var note = desk.questions.openProperty().get().orElseThrow().note().orElseThrow();
        note.textProperty().set("the trial is over");
        desk.questions.answer(true);
        assertThat(desk.control.asked).containsExactly("deleteEndpoint diabetes");
        assertThat(desk.control.reasons).containsExactly("the trial is over");
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
                desk.bench, rates, fleet.endpoint(DIABETES).orElseThrow(), 8420, chosen::add, view -> {});
    }
}
