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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateDeploymentViewModelTest {

    private final TestBench desk = new TestBench();
    private final List<DeploymentId> accepted = new ArrayList<>();
    private final CreateDeploymentViewModel form =
            new CreateDeploymentViewModel(desk.bench, SampleFleets.blueLive(), DIABETES, accepted::add);

    @Test
    void says_what_is_still_needed() {
        assertThat(form.missing().get())
                .contains("name")
                .contains("code folder")
                .contains("folder with a Dockerfile");
        assertThat(form.canCreate().get()).isFalse();

        form.create();

        assertThat(desk.control.asked).isEmpty();
    }

    @Test
    void says_that_a_dockerfile_makes_no_difference_where_models_run_as_processes() {
        assertThat(SampleFleets.blueLive().runtime().engine()).isEqualTo("process");
        assertThat(form.usesNoImages().get()).isTrue();

        form.draft().environment.set(EnvironmentKind.CONDA);

        assertThat(form.usesNoImages().get()).isFalse();
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
        form.note().textProperty().set("for the trial");

        form.create();

        assertThat(desk.control.asked).containsExactly("createDeployment diabetes/green NONE");
        assertThat(desk.control.reasons).containsExactly("for the trial");
        var spec = desk.control.createdDeployments.get(0);
        assertThat(spec.model()).isEqualTo(new ModelSource.Files("/models/linear.json", "", ""));
        assertThat(spec.code()).isEqualTo(new CodeSource.Folder("/code", "score.py"));
        assertThat(spec.environment()).isEqualTo(new EnvironmentSource.Build("/env", "Dockerfile"));
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
        var spec = SampleFleets.spec(GREEN, 3);
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
        form.fill(SampleFleets.spec(GREEN, 1).draft().environment(environment).done(), "green-deployment.yml");
        form.create();
        form.draft().environment.set(EnvironmentKind.IMAGE);
        form.create();

        assertThat(desk.control.createdDeployments)
                .extracting(DeploymentSpec::environment)
                .containsExactly(environment, new EnvironmentSource.Image("base"));
    }

    @Test
    void without_a_path_there_is_no_model() {
        form.fill(SampleFleets.spec(GREEN, 1), "green-deployment.yml");
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

    private void complete(String name) {
        var draft = form.draft();
        draft.name.set(name);
        draft.model.set("/models/linear.json");
        draft.code.set("/code");
        draft.folder.set("/env");
    }
}
