package dev.sluice.console.edit;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.DIABETES;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.edit.YamlViewModel.Mode;
import dev.sluice.console.support.Notice;
import dev.sluice.console.support.diff.LineDiff.Kind;
import dev.sluice.console.support.diff.LineDiff.Row;
import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlViewModelTest {

    @TempDir
    private Path folder;

    private final TestBench desk = new TestBench();

    @BeforeEach
    void the_code_is_there() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("code")).resolve("score.py"), "");
        Files.writeString(Files.createDirectories(folder.resolve("newer")).resolve("score.py"), "");
    }

    @Test
    void shows_what_is_in_force_in_the_words_of_the_clouds_client() {
        var model = deployment(up(2));

        assertThat(model.textProperty().get())
                .contains("$schema: ", "endpoint_name: diabetes", "instance_count: 2", "scoring_script: score.py");
        assertThat(model.problemsProperty().get()).isEmpty();
        assertThat(model.canReviewProperty().get()).isFalse();
    }

    @Test
    void a_problem_is_told_at_its_line_and_column() {
        var model = deployment(up(2));

        edit(model, "instance_count: 2", "instance_count: many");

        var line = model.textProperty()
                        .get()
                        .substring(0, model.textProperty().get().indexOf("instance_count"))
                        .lines()
                        .count()
                + 1;
        assertThat(model.problemsProperty().get()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("instance_count");
            assertThat(problem.place()).isEqualTo(new Place("", (int) line, 17));
        });
        assertThat(model.canReviewProperty().get()).isFalse();
        assertThat(model.standingProperty().get()).isEqualTo("1 problem");
    }

    @Test
    void a_name_cannot_be_changed_and_the_problem_stands_at_it() {
        var model = deployment(up(2));

        edit(model, "name: blue", "name: red");

        assertThat(model.problemsProperty().get())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo(new Place("", 2, 7)))
                .satisfies(problem -> assertThat(problem.remedy()).contains("blue"));
    }

    @Test
    void g2_nothing_is_applied_before_the_difference_was_shown() {
        var model = deployment(up(2));
        edit(model, "instance_count: 2", "instance_count: 3");

        model.apply();
        assertThat(desk.control.asked).isEmpty();

        model.review();
        assertThat(model.diffProperty().get().rows())
                .extracting(Row::kind, Row::text)
                .contains(tuple(Kind.REMOVED, "instance_count: 2"), tuple(Kind.ADDED, "instance_count: 3"));
        model.apply();
        assertThat(desk.control.asked).containsExactly("updateDeployment diabetes/blue");
        assertThat(desk.control.updatedDeployments.get(0).instanceCount()).isEqualTo(3);
        assertThat(model.modeProperty().get()).isEqualTo(Mode.WRITING);
    }

    @Test
    void a_note_on_a_deployments_edit_stays_until_it_is_applied() {
        var model = deployment(up(2));
        edit(model, "instance_count: 2", "instance_count: 3");
        model.review();
        model.note().textProperty().set("more load");
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(
                List.of(Problem.of(Problem.Code.BAD_VALUE, "instance_count", "too many", "take fewer"))));
        model.apply();
        assertThat(model.note().textProperty().get()).isEqualTo("more load");

        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Applied(2));
        model.review();
        model.apply();

        assertThat(desk.control.reasons).containsExactly("more load", "more load");
        assertThat(model.note().textProperty().get()).isEmpty();
    }

    @Test
    void values_of_variables_are_not_in_the_difference_until_they_are_asked_for() {
        var model = deployment(withVariables(Map.of("API_TOKEN", "t0p", "MODE", "slow", "OLD", "0ld")));
        edit(model, "MODE: slow", "MODE: fast");
        edit(model, "OLD: 0ld", "NEW: n3w");

        model.review();
        assertThat(model.diffProperty().get().rows())
                .extracting(Row::kind, Row::text)
                .contains(
                        tuple(Kind.SAME, "  API_TOKEN: (hidden)"),
                        tuple(Kind.REMOVED, "  MODE: (hidden, changed)"),
                        tuple(Kind.ADDED, "  MODE: (hidden, changed)"),
                        tuple(Kind.REMOVED, "  OLD: (hidden)"),
                        tuple(Kind.ADDED, "  NEW: (hidden)"),
                        tuple(Kind.SAME, "instance_count: 2"));

        model.variablesShownProperty().set(true);
        assertThat(model.diffProperty().get().rows())
                .extracting(Row::text)
                .contains("  API_TOKEN: t0p", "  MODE: slow", "  MODE: fast");

        model.variablesShownProperty().set(false);
        assertThat(model.diffProperty().get().rows())
                .extracting(Row::text)
                .noneMatch(line -> line.contains("t0p") || line.contains("slow") || line.contains("fast"));
    }

    @Test
    void the_values_can_be_asked_for_as_long_as_one_of_the_texts_has_variables_however_their_key_is_written() {
        var model = deployment(withVariables(Map.of()));
        assertThat(model.hasVariablesProperty().get()).isFalse();
        edit(model, "instance_count: 2", "instance_count: 2\n\"environment_variables\" : {A: b}");
        assertThat(model.hasVariablesProperty().get()).isTrue();

        var other = deployment(withVariables(Map.of("A", "b")));
        edit(other, "environment_variables:\n  A: b\n", "");
        assertThat(other.hasVariablesProperty().get()).isTrue();
    }

    @Test
    void says_that_more_instances_start_and_what_they_take() {
        var model = deployment(up(2));

        edit(model, "instance_count: 2", "instance_count: 4");

        assertThat(model.effectsProperty().get())
                .containsExactly("From 2 to 4: 2 more instances start, which takes 2 cores and 2 GiB.");
    }

    @Test
    void g4_says_that_another_version_replaces_this_one_as_it_is_ready() {
        var model = deployment(up(2));

        edit(model, folder.resolve("code").toString(), folder.resolve("newer").toString());

        assertThat(model.effectsProperty().get())
                .singleElement()
                .asString()
                .contains("differs in: code", "its 2 instances start 1 at a time beside those that answer now");
    }

    @Test
    void g4_a_version_that_replaces_another_is_made_of_the_files_as_they_are_as_its_text_says() {
        var model = deployment(up(2));
        edit(model, "instance_type: Standard_DS3_v2", "instance_type: Standard_DS5_v2");
        assertThat(model.effectsProperty().get()).singleElement().asString().contains("Its files are copied");

        model.review();
        model.apply();

        assertThat(desk.control.asked).containsExactly("replaceDeployment diabetes/blue");
    }

    @Test
    void says_that_request_settings_take_effect_without_a_restart() {
        var model = deployment(up(2));

        edit(model, "request_timeout_ms: 5000", "request_timeout_ms: 9000");

        assertThat(model.effectsProperty().get())
                .singleElement()
                .asString()
                .contains("9000 ms", "nothing is restarted");
    }

    @Test
    void other_words_for_the_same_change_nothing_and_cannot_be_applied() {
        var model = deployment(up(2));

        edit(model, "instance_count: 2", "instance_count: 2  # two");

        assertThat(model.canReviewProperty().get()).isFalse();
        assertThat(model.standingProperty().get()).contains("nothing would be different");
    }

    @Test
    void a_text_that_nobody_edits_follows_what_is_in_force() {
        var model = deployment(up(2));

        model.show(up(5));

        assertThat(model.textProperty().get()).contains("instance_count: 5");
    }

    @Test
    void an_edited_text_stays_and_is_compared_with_what_is_in_force_by_now() {
        var model = deployment(up(2));
        edit(model, "instance_count: 2", "instance_count: 3");

        model.show(up(5));

        assertThat(model.textProperty().get()).contains("instance_count: 3");
        assertThat(model.standingProperty().get()).contains("changed elsewhere");
        assertThat(model.effectsProperty().get()).singleElement().asString().startsWith("From 5 to 3");
        model.review();
        assertThat(model.diffProperty().get().rows()).extracting(Row::text).contains("instance_count: 5");
    }

    @Test
    void a_refusal_is_shown_at_its_line_and_the_text_is_kept() {
        var refusal =
                Problem.of(Problem.Code.OUT_OF_QUOTA, "instance_type", "no room for that", "choose a smaller one");
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(refusal)));
        var model = deployment(up(2));
        edit(model, "instance_type: Standard_DS3_v2", "instance_type: Standard_DS5_v2");

        model.review();
        model.apply();

        assertThat(model.textProperty().get()).contains("Standard_DS5_v2");
        assertThat(model.problemsProperty().get())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().isKnown()).isTrue());
    }

    @Test
    void whoever_comes_back_from_a_refusal_finds_the_reason_there() {
        var refusal = Problem.of(Problem.Code.OUT_OF_QUOTA, "instance_type", "no room for that", "");
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(refusal)));
        var model = deployment(up(2));
        edit(model, "instance_type: Standard_DS3_v2", "instance_type: Standard_DS5_v2");
        model.review();
        var found = new ArrayList<Integer>();
        model.modeProperty()
                .addListener((o, before, after) ->
                        found.add(model.problemsProperty().get().size()));

        model.apply();

        assertThat(found).containsExactly(1);
    }

    @Test
    void while_a_text_is_applied_nothing_can_be_written_that_would_be_lost_when_that_is_done() {
        desk.control.outcome = new CompletableFuture<>();
        var model = deployment(up(2));
        edit(model, "instance_count: 2", "instance_count: 3");
        model.review();
        model.apply();

        model.backToWriting();
        assertThat(model.modeProperty().get()).isEqualTo(Mode.REVIEWING);

        desk.control.outcome.complete(new Outcome.Applied(2));
        assertThat(model.modeProperty().get()).isEqualTo(Mode.WRITING);
    }

    @Test
    void what_runs_can_be_changed_although_the_files_it_was_made_from_are_gone_but_not_replaced() throws IOException {
        var model = deployment(up(2));
        Files.delete(folder.resolve("code/score.py"));
        edit(model, "instance_count: 2", "instance_count: 3");
        assertThat(model.canReviewProperty().get()).isTrue();

        edit(model, "python:3.12", "python:3.13");

        assertThat(model.problemsProperty().get()).extracting(Problem::code).contains(Problem.Code.NOT_FOUND);
    }

    @Test
    void a_text_is_saved_where_the_user_wants_it() {
        desk.toPick.add(folder.resolve("blue.yml"));
        var model = deployment(up(2));

        model.save();

        assertThat(folder.resolve("blue.yml"))
                .hasContent(model.textProperty().get().replace(folder + "/", "./"));
        assertThat(desk.notices.notices()).containsExactly(new Notice.Done("Saved as blue.yml"));
    }

    @Test
    void a_text_saved_away_from_its_files_names_them_in_full_and_says_which() throws IOException {
        desk.toPick.add(Files.createDirectory(folder.resolve("exported")).resolve("blue.yml"));
        var model = deployment(up(2));

        model.save();

        assertThat(folder.resolve("exported/blue.yml"))
                .hasContent(model.textProperty().get());
        assertThat(desk.notices.notices()).singleElement().asString().contains("blue.yml", folder + "/code");
    }

    @Test
    void only_the_newest_text_is_read_however_fast_one_types() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        var slow = desk.with(waiting::add);
        var model = new YamlViewModel(slow, new DeploymentSubject(slow, BLUE), up(2));
        edit(model, "instance_count: 2", "instance_count: x");
        edit(model, "instance_count: x", "instance_count: 3");
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        waiting.remove().run();

        assertThat(waiting).isEmpty();
        assertThat(model.canReviewProperty().get()).isTrue();
    }

    @Test
    void what_failed_at_first_is_created_again_from_the_mended_text() {
        var problem = Problem.of(Problem.Code.INTERNAL, "", "it failed", "");
        var failed = new DeploymentState.Failed(SampleFleets.NOW, problem, List.of());
        var model = deployment(fleet(spec(1), failed));

        edit(model, folder.resolve("code").toString(), folder.resolve("newer").toString());
        assertThat(model.verbProperty().get()).isEqualTo("Delete and create again");
        model.review();
        model.apply();

        assertThat(desk.control.asked).containsExactly("recreateDeployment diabetes/blue");
    }

    @Test
    void of_a_deployment_that_is_being_updated_the_text_is_the_version_on_its_way() {
        var updating = new DeploymentState.Updating(SampleFleets.NOW, Phase.INIT, spec(7));

        assertThat(deployment(fleet(spec(2), updating)).textProperty().get()).contains("instance_count: 7");
    }

    private static void edit(YamlViewModel model, String from, String to) {
        assertThat(model.textProperty().get()).contains(from);
        model.textProperty().set(model.textProperty().get().replace(from, to));
    }

    private YamlViewModel deployment(Fleet fleet) {
        return new YamlViewModel(desk.bench, new DeploymentSubject(desk.bench, BLUE), fleet);
    }

    private Fleet withVariables(Map<String, String> variables) {
        var spec = spec(2).draft().environmentVariables(variables).done();
        return fleet(spec, new DeploymentState.Succeeded(SampleFleets.NOW));
    }

    private Fleet up(int instances) {
        return fleet(spec(instances), new DeploymentState.Succeeded(SampleFleets.NOW));
    }

    private static Fleet fleet(DeploymentSpec spec, DeploymentState state) {
        var view = new Fleet.DeploymentView(spec, state, List.of(), "", Fleet.Past.CALM);
        return SampleFleets.fleet(List.of(), SampleFleets.endpoint(Routing.CLOSED, view, SampleFleets.ready(GREEN, 1)));
    }

    private DeploymentSpec spec(int instances) {
        var any = SampleFleets.spec(BLUE, instances);
        return any.draft()
                .id(new DeploymentId(DIABETES, BLUE.deployment()))
                .model(new ModelSource.None())
                .code(new CodeSource.Folder(folder.resolve("code").toString(), "score.py"))
                .environment(new EnvironmentSource.Image("python:3.12"))
                .instanceCount(instances)
                .done();
    }
}
