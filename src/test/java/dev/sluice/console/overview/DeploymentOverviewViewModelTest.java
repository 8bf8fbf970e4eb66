package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.ChangeNote;
import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeploymentOverviewViewModelTest {

    private final TestBench desk = new TestBench();
    private final Rates rates = new Rates();

    @Test
    void a_deployment_with_live_traffic_cannot_be_deleted_and_says_why_and_where_to_go() {
        rates.add(List.of(Measured.second(BLUE, 42, 0)));
        var model = open(BLUE, SampleFleets.split());
        var pages = new ArrayList<String>();
        desk.bench.jumps().onPage(pages::add);

        assertThat(model.canDeleteProperty().get()).isFalse();
        assertThat(model.deleteHintProperty().get()).contains("90 %", "42.0 requests a second");
        model.openTraffic();
        assertThat(pages).containsExactly("traffic");
    }

    @Test
    void a_shadow_can_be_deleted_after_a_question_with_its_numbers() {
        rates.add(List.of(Measured.pinned(GREEN, 2, 4)));
        var model = open(GREEN, SampleFleets.greenShadow());
        assertThat(model.canDeleteProperty().get()).isTrue();

        model.delete();
        var question = desk.questions.openProperty().get().orElseThrow();
        assertThat(question.consequence())
                .contains("copies of 10 % of the live requests, 4.0 a second")
                .contains("In the last second callers that name it sent 2.0 requests a second")
                .contains("1 request in flight");
        assertThat(question.verb()).isEqualTo("Delete green");
        assertThat(question.typed()).isEmpty();
        desk.questions.answer(true);

        assertThat(desk.control.asked).containsExactly("deleteDeployment diabetes/green");
    }

    @Test
    void what_the_traffic_rules_gave_it_until_just_now_is_not_said_to_come_from_callers_that_name_it() {
        rates.add(List.of(Measured.second(GREEN, 38, 0), Measured.second(GREEN, 0, 0)));

        open(GREEN, SampleFleets.greenShadow()).delete();

        assertThat(desk.questions.openProperty().get().orElseThrow().consequence())
                .contains("In the last 2 seconds no caller named it");
    }

    @Test
    void the_question_takes_a_note_that_is_kept_when_deleting_is_refused_and_thrown_away_with_the_question() {
        var model = open(GREEN, SampleFleets.greenShadow());
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(
                List.of(Problem.of(Problem.Code.ENDPOINT_BUSY, "name", "diabetes is busy", "wait"))));
        model.delete();
        note().textProperty().set("lost to blue");
        desk.questions.answer(true);

        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Applied(2));
        model.delete();
        assertThat(note().textProperty().get()).isEqualTo("lost to blue");
        desk.questions.answer(true);
        assertThat(desk.control.reasons).containsExactly("lost to blue", "lost to blue");

        model.delete();
        note().textProperty().set("by mistake");
        desk.questions.answer(false);
        model.delete();
        assertThat(note().textProperty().get()).isEmpty();
    }

    private ChangeNote note() {
        return desk.questions.openProperty().get().orElseThrow().note().orElseThrow();
    }

    @Test
    void what_was_not_measured_yet_is_not_called_none() {
        assertThat(open(BLUE, SampleFleets.split()).deleteHintProperty().get())
                .contains("90 % of the live traffic, rate not measured yet");

        open(GREEN, SampleFleets.greenShadow()).delete();

        assertThat(desk.questions.openProperty().get().orElseThrow().consequence())
                .contains("Whether callers name it was not measured yet")
                .doesNotContain("0.0");
    }

    @Test
    void a_redeploy_is_offered_for_what_is_up_only() {
        assertThat(open(GREEN, SampleFleets.greenFailed()).canRedeployProperty().get())
                .isFalse();
        var model = open(BLUE, SampleFleets.split());
        assertThat(model.canRedeployProperty().get()).isTrue();

        model.redeploy();

        assertThat(desk.control.asked).containsExactly("redeploy diabetes/blue");
    }

    @Test
    void where_no_other_deployment_could_take_its_traffic_no_such_thing_is_advised() {
        assertThat(open(BLUE, SampleFleets.greenFailed()).deleteHintProperty().get())
                .contains("Turn live traffic off first")
                .doesNotContain("to another deployment");
    }

    @Test
    void says_what_of_the_environment_the_engine_does_not_do() {
        assertThat(open(GREEN, SampleFleets.split()).environmentNoteProperty().get())
                .contains("not built on this engine");
    }

    @Test
    void c6_packages_that_are_not_as_the_conda_file_asks_stand_first_with_what_was_asked_and_what_is_there() {
        var packages =
                open(GREEN, SampleFleets.split()).attributesProperty().get().get(0);

        assertThat(packages.title()).isEqualTo("Packages other than the conda file asks for");
        assertThat(packages.attributes())
                .containsExactly(
                        new Attribute("scikit-learn", "found 1.9.1", "asked for: =1.7.0"),
                        new Attribute("joblib", "not installed", "asked for: any version"));
        assertThat(open(BLUE, SampleFleets.split())
                        .attributesProperty()
                        .get()
                        .get(0)
                        .title())
                .isNotEqualTo(packages.title());
    }

    @Test
    void packages_that_are_not_there_are_named_first_of_all() {
        assertThat(open(GREEN, SampleFleets.split()).missingPackagesProperty().get())
                .isEqualTo("Not installed, though the conda file asks for it: joblib.");
        assertThat(open(BLUE, SampleFleets.split()).missingPackagesProperty().get())
                .isEmpty();
    }

    @Test
    void every_attribute_is_there_with_what_it_means_here() {
        var all = open(BLUE, SampleFleets.split()).attributesProperty().get().stream()
                .flatMap(group -> group.attributes().stream())
                .toList();

        assertThat(all)
                .contains(
                        new Attribute("Scoring script", "score.py"),
                        new Attribute("Model name : version", "diabetes : 1"),
                        new Attribute("Instance type", "Standard_DS3_v2", "Here 1 core and 1 GiB for each instance."),
                        new Attribute("Time limit", "5000 ms"));
        assertThat(all).extracting(Attribute::note).noneMatch(note -> note.startsWith("No effect"));
    }

    @Test
    void c9_keys_without_effect_are_a_group_of_their_own() {
        var keys = Map.of("scale_settings", "{\"type\":\"default\"}", "resources", "{}", "datastore", "\"d\"");
        var spec = SampleFleets.split()
                .deployment(BLUE)
                .orElseThrow()
                .spec()
                .draft()
                .cloud(new CloudKeys(new TreeMap<>(keys)))
                .done();

        assertThat(new DeploymentAttributes(spec, InstanceProfiles.NONE.of(spec.instanceType()), Pins.NONE)
                        .groups(DeploymentAttributes.MASKED))
                .filteredOn(group -> group.title().equals("No effect on this computer"))
                .singleElement()
                .extracting(AttributeGroup::attributes)
                .isEqualTo(List.of(
                        new Attribute("datastore", "d"), new Attribute("scale_settings", "{\"type\":\"default\"}")));
    }

    @Test
    void the_values_of_variables_are_shown_only_when_asked_for() {
        var model = open(BLUE, SampleFleets.split());
        assertThat(variables(model)).containsExactly(new Attribute("WORKER_COUNT", "••••••••"));

        model.variablesShownProperty().set(true);

        assertThat(variables(model)).containsExactly(new Attribute("WORKER_COUNT", "1"));
    }

    private static List<Attribute> variables(DeploymentOverviewViewModel model) {
        return model.attributesProperty().get().stream()
                .filter(group -> group.title().equals("Environment variables"))
                .flatMap(group -> group.attributes().stream())
                .toList();
    }

    private DeploymentOverviewViewModel open(DeploymentId id, Fleet fleet) {
        return new DeploymentOverviewViewModel(
                desk.bench,
                rates,
                fleet.endpoint(id.endpoint()).orElseThrow(),
                fleet.deployment(id).orElseThrow(),
                fleet);
    }
}
