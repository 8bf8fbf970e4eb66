package dev.sluice.console.create;

import static dev.sluice.console.SampleFleets.DIABETES;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleInventory;
import dev.sluice.console.TestBench;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ServingRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateDeploymentViewModelTest {

    private final TestBench desk = new TestBench();
    private final List<DeploymentId> accepted = new ArrayList<>();
    private final CreateDeploymentViewModel form =
            new CreateDeploymentViewModel(desk.bench, SampleFleets.blueLive(), DIABETES, accepted::add);

    @TempDir
    Path files;

    @BeforeEach
    void put_the_files_there() throws IOException {
        for (var name : List.of("linear.json", "score.py", "Dockerfile")) {
            Files.createFile(files.resolve(name));
        }
    }

    @Test
    void says_what_is_still_needed() {
        assertThat(form.missing().get()).contains("name").contains("code folder");
        assertThat(form.canCreate().get()).isFalse();

        form.create();

        assertThat(desk.control.asked).isEmpty();
    }

    @Test
    void where_models_run_as_processes_nobody_need_know_an_image() {
        assertThat(SampleFleets.blueLive().runtime().engine()).isEqualTo("process");
        assertThat(form.environments()).startsWith(EnvironmentKind.OWN_PYTHON);
        assertThat(form.environmentNote().get()).contains("own Python", "not used here");
        complete("green");

        form.create();

        assertThat(desk.control.createdDeployments)
                .extracting(DeploymentSpec::environment)
                .containsExactly(new EnvironmentSource.Image(DeploymentDraft.CLOUD_IMAGE));
    }

    @Test
    void says_that_a_dockerfile_makes_no_difference_where_models_run_as_processes() {
        form.draft().environment.set(EnvironmentKind.DOCKERFILE);
        assertThat(form.environmentNote().get()).contains("image or Dockerfile", "not used");

        form.draft().environment.set(EnvironmentKind.CONDA);
        assertThat(form.environmentNote().get()).contains("with the packages of the conda file");
    }

    @Test
    void files_that_are_not_there_are_told_all_at_once_each_at_its_field_before_anything_is_asked_for() {
        complete("green");
        form.draft().model.set("/nope/model");
        form.draft().code.set("/nope/code");
        form.draft().environment.set(EnvironmentKind.CONDA);
        form.draft().conda.set("/nope/conda.yml");

        form.create();

        assertThat(desk.control.asked).isEmpty();
        assertThat(form.problem(DraftField.MODEL).get())
                .isEqualTo("There is no file or folder at /nope/model."
                        + " What to do: put it there, or correct the path.");
        assertThat(form.problem(DraftField.CODE).get()).contains("no folder at /nope/code");
        assertThat(form.problem(DraftField.SCRIPT).get()).contains("no file at /nope/code/score.py");
        assertThat(form.environmentProblem().get()).contains("no file at /nope/conda.yml");
        assertThat(form.problems().get()).isEmpty();
        assertThat(form.canCreate().get()).as("they may be put there meanwhile").isTrue();

        form.draft().model.set("/nope");
        assertThat(form.problem(DraftField.MODEL).get()).isEmpty();
    }

    @Test
    void files_are_looked_for_in_the_background() {
        var later = new ArrayList<Runnable>();
        var slow =
                new CreateDeploymentViewModel(desk.with(later::add), SampleFleets.blueLive(), DIABETES, accepted::add);
        complete(slow.draft(), "green");

        slow.create();
        assertThat(slow.busyProperty().get()).isTrue();
        assertThat(desk.control.asked).isEmpty();
        later.forEach(Runnable::run);

        assertThat(desk.control.asked).hasSize(1);
    }

    @Test
    void what_was_typed_is_not_thrown_away_without_a_question() {
        var closed = new ArrayList<String>();
        form.fill(onDisk(1), "green-deployment.yml");
        form.leave(() -> closed.add("as the file says"));
        assertThat(closed).containsExactly("as the file says");

        form.draft().name.set("olive");
        form.leave(() -> closed.add("typed"));
        desk.questions.answer(false);
        assertThat(closed).hasSize(1);

        form.leave(() -> closed.add("typed"));
        desk.questions.answer(true);
        assertThat(closed).hasSize(2);
    }

    @Test
    void no_environment_at_all_is_told_where_a_script_or_a_plain_model_needs_one() {
        complete("green");
        form.draft().environment.set(EnvironmentKind.NONE);
        assertThat(form.environmentProblem().get()).contains("A scoring script needs an environment");
        assertThat(form.canCreate().get()).isFalse();

        form.draft().code.set("");
        assertThat(form.environmentProblem().get()).contains("given by its path");
        assertThat(form.canCreate().get()).isFalse();

        form.draft().model.set("azureml:churn:1");
        assertThat(form.environmentProblem().get()).isEmpty();
        assertThat(form.canCreate().get()).isTrue();
    }

    @Test
    void a_name_that_the_endpoint_has_already_is_told() {
        complete("blue");

        assertThat(form.nameProblem().get()).contains("already");
        assertThat(form.canCreate().get()).isFalse();
    }

    @Test
    void what_was_typed_is_asked_for_without_any_traffic() {
        complete("green");
        form.draft().environment.set(EnvironmentKind.DOCKERFILE);
        form.note().textProperty().set("for the trial");

        form.create();

        assertThat(desk.control.asked).containsExactly("createDeployment diabetes/green NONE");
        assertThat(desk.control.reasons).containsExactly("for the trial");
        var spec = desk.control.createdDeployments.get(0);
        assertThat(spec.model())
                .isEqualTo(new ModelSource.Files(files.resolve("linear.json").toString(), "", ""));
        assertThat(spec.code()).isEqualTo(new CodeSource.Folder(files.toString(), "score.py"));
        assertThat(spec.environment()).isEqualTo(new EnvironmentSource.Build(files.toString(), "Dockerfile"));
        assertThat(accepted).containsExactly(GREEN);
    }

    @Test
    void all_live_traffic_is_given_only_if_asked_for() {
        complete("green");
        form.allTrafficProperty().set(true);

        form.create();

        assertThat(desk.control.asked).containsExactly("createDeployment diabetes/green ALL");
    }

    @Test
    void what_a_file_says_is_created_just_so() {
        var spec = onDisk(3);
        form.fill(spec, "green-deployment.yml");

        form.create();

        assertThat(desk.control.createdDeployments).containsExactly(spec);
        assertThat(form.fromFileProperty().get())
                .contains("green-deployment.yml")
                .contains("1 environment variable");
    }

    @Test
    void a_registered_model_that_needs_no_code_needs_no_environment_either() {
        form.useModel(SampleInventory.FLOW.asset());
        form.draft().name.set("green");

        form.create();

        var spec = desk.control.createdDeployments.get(0);
        assertThat(spec.model()).isEqualTo(new ModelSource.Registered("azureml:churn:1"));
        assertThat(spec.code()).isEqualTo(new CodeSource.None());
        assertThat(spec.environment()).isEqualTo(new EnvironmentSource.None());
    }

    @Test
    void a_custom_model_still_needs_code() {
        form.useModel(SampleInventory.USED.asset());
        form.draft().name.set("green");

        assertThat(form.missing().get()).contains("code folder");
    }

    @Test
    void routes_and_inline_packages_of_a_file_are_kept_unless_the_environment_is_changed() {
        var elsewhere = new ServingRoutes.Route(8080, "/predict");
        var environment = new EnvironmentSource.Conda(
                "base",
                new CondaFile.Inline("dependencies: [python]"),
                new ServingRoutes(elsewhere, elsewhere, elsewhere));
        form.fill(onDisk(1).draft().environment(environment).done(), "green-deployment.yml");
        form.create();
        form.draft().environment.set(EnvironmentKind.IMAGE);
        form.create();

        assertThat(desk.control.createdDeployments)
                .extracting(DeploymentSpec::environment)
                .containsExactly(environment, new EnvironmentSource.Image("base"));
    }

    @Test
    void without_a_path_there_is_no_model() {
        form.fill(onDisk(1), "green-deployment.yml");
        form.draft().model.set("");

        form.create();

        assertThat(desk.control.createdDeployments.get(0).model()).isEqualTo(new ModelSource.None());
    }

    @Test
    void a_reference_in_the_place_of_a_path_is_a_registered_model() {
        complete("green");
        form.draft().model.set("azureml:diabetes:2");

        form.create();

        assertThat(desk.control.createdDeployments.get(0).model())
                .isEqualTo(new ModelSource.Registered("azureml:diabetes:2"));
    }

    @Test
    void an_unknown_instance_type_is_told_with_what_it_gets() {
        form.draft().instanceType.set("Standard_ZZ9");

        assertThat(form.instanceTypeNote().get()).contains("Not in our table").contains("1 core");
    }

    private DeploymentSpec onDisk(int instances) {
        return SampleFleets.spec(GREEN, instances)
                .draft()
                .model(new ModelSource.Files(files.resolve("linear.json").toString(), "green", "7"))
                .code(new CodeSource.Folder(files.toString(), "score.py"))
                .environment(new EnvironmentSource.Build(files.toString(), "Dockerfile"))
                .done();
    }

    private void complete(String name) {
        complete(form.draft(), name);
    }

    private void complete(DeploymentDraft draft, String name) {
        draft.name.set(name);
        draft.model.set(files.resolve("linear.json").toString());
        draft.code.set(files.toString());
        draft.folder.set(files.toString());
    }
}
