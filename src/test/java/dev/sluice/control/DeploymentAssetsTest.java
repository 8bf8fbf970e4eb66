package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.LocalWorkspace;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Substitution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Deployments are made of models, code and environments that are registered, or become so. */
@ParameterizedClass
@EnumSource
class DeploymentAssetsTest extends AssetsContract {

    @Test
    void e3_what_a_deployment_defines_inline_is_registered_and_shown_with_who_uses_it() throws Exception {
        up(inline("", ""));

        assertThat(inventory().assets())
                .extracting(held -> held.asset().id().name().replaceAll("-.*", ""))
                .containsExactly("model", "env", "code");
        assertThat(inventory().assets())
                .allSatisfy(held -> assertThat(held.usedBy()).containsExactly(BLUE));
        assertThat(spec().model())
                .as("the description stays the user's")
                .isEqualTo(inline("", "").model());
    }

    @Test
    void e3_editing_the_source_does_not_alter_what_another_instance_of_the_deployment_runs() throws Exception {
        up(inline("iris", "1"));
        Files.writeString(file, "edited");

        runtime.ask(runtime.control.scale(BLUE, 2));
        await().until(() -> engine.started().size() == 2);

        assertThat(engine.started())
                .allSatisfy(instance -> assertThat(instance.files().models().resolve("iris.pkl"))
                        .hasContent("weights"));
    }

    @Test
    void c2_a_registered_model_is_found_at_its_name_and_version_under_its_own_file_name() throws Exception {
        create(model("iris", "1"));

        up(referring("azureml:iris:1"));

        var models = engine.started().get(0).files().models();
        assertThat(models).endsWith(Path.of("models", "iris", "1"));
        assertThat(models.resolve("iris.pkl")).hasContent("weights");
    }

    @Test
    void c2_latest_is_settled_when_the_deployment_is_created_and_shown_settled() throws Exception {
        create(model("iris", ""));
        up(referring("azureml:iris@latest"));
        Files.writeString(file, "better weights");

        assertThat(create(model("iris", "")))
                .isEqualTo(new Outcome.Registered(new AssetId(AssetKind.MODEL, "iris", "2")));

        assertThat(spec().model()).isEqualTo(new ModelSource.Registered("azureml:iris:1"));
        assertThat(usersOf(IRIS)).containsExactly(BLUE);
    }

    @Test
    void c2_a_model_that_is_not_registered_is_refused_and_nothing_is_created() throws Exception {
        create(model("iris", "1"));

        var refused = refusal(runtime.control.createDeployment(referring("azureml:iirs:1"), InitialTraffic.NONE));

        assertThat(refused.remedy()).contains("azureml:iris:1");
        assertThat(runtime.fleet().deployment(BLUE)).isEmpty();
    }

    @Test
    void e4_a_deployment_that_says_other_files_are_a_registered_version_fails_and_says_why() throws Exception {
        create(model("iris", "1"));
        Files.writeString(file, "other");

        runtime.ask(runtime.control.createDeployment(inline("iris", "1"), InitialTraffic.NONE));
        runtime.awaitState(BLUE, DeploymentState.Failed.class);

        var state = (DeploymentState.Failed)
                runtime.fleet().deployment(BLUE).orElseThrow().state();
        assertThat(state.problem().message()).contains("iris:1 is registered already");
    }

    @Test
    void of_a_deployment_whose_environment_cannot_be_taken_in_no_copy_of_its_model_stays() throws Exception {
        var spec = inline("iris", "1")
                .draft()
                .environment(new EnvironmentSource.Conda(
                        "base", new CondaFile.At(folder.resolve("gone.yml").toString())))
                .done();

        runtime.ask(runtime.control.createDeployment(spec, InitialTraffic.NONE));
        runtime.awaitState(BLUE, DeploymentState.Failed.class);

        await().untilAsserted(
                        () -> assertThat(folder.resolve("home/assets/models")).isEmptyDirectory());
        assertThat(inventory().assets()).isEmpty();
    }

    @Test
    void g4_a_file_that_refers_to_the_latest_has_its_code_taken_in_anew_although_that_one_runs() throws Exception {
        create(model("iris", "1"));
        up(referring("azureml:iris@latest"));
        Files.writeString(folder.resolve("code/score.py"), "# newer");

        assertThat(runtime.ask(runtime.control.replaceDeployment(referring("azureml:iris@latest"))))
                .isInstanceOf(Outcome.Applied.class);

        await().until(() -> engine.started().size() == 2);
        assertThat(engine.started().get(1).files().app().resolve("score.py")).hasContent("# newer");
    }

    @Test
    void e3_code_is_named_by_the_id_of_its_copy_although_its_folder_and_its_first_deployment_are_gone()
            throws Exception {
        Files.writeString(folder.resolve("code/score.py"), "# kept");
        up(inline("", ""));
        var copy =
                inventory().of(AssetKind.CODE).findFirst().orElseThrow().asset().id();
        runtime.ask(runtime.control.deleteDeployment(BLUE));
        await().until(() -> runtime.fleet().deployment(BLUE).isEmpty());
        Files.delete(folder.resolve("code/score.py"));

        up(runtime.spec(BLUE)
                .draft()
                .code(new CodeSource.Registered("azureml:" + LocalWorkspace.idOf(copy), "score.py"))
                .done());

        assertThat(engine.started().get(1).files().app().resolve("score.py")).hasContent("# kept");
        assertThat(usersOf(copy)).containsExactly(BLUE);
    }

    @Test
    void e3_code_that_is_not_here_is_refused_and_its_folder_asked_for() throws Exception {
        var refused = refusal(runtime.control.createDeployment(
                runtime.spec(BLUE)
                        .draft()
                        .code(new CodeSource.Registered("azureml:code-0123456789ab:1", "score.py"))
                        .done(),
                InitialTraffic.NONE));

        assertThat(refused.path()).isEqualTo("code_configuration.code");
        assertThat(refused.message()).contains("no code code-0123456789ab:1");
        assertThat(refused.remedy()).contains("the path of the folder");
    }

    @Test
    void the_same_code_from_another_folder_is_kept_once() throws Exception {
        up(inline("", ""));
        var other = Files.createDirectories(folder.resolve("other"));
        Files.copy(folder.resolve("code/score.py"), other.resolve("score.py"));

        runtime.ask(runtime.control.createDeployment(
                runtime.spec(GREEN)
                        .draft()
                        .code(new CodeSource.Folder(other.toString(), "score.py"))
                        .done(),
                InitialTraffic.NONE));
        runtime.awaitState(GREEN, DeploymentState.Succeeded.class);

        assertThat(inventory().of(AssetKind.CODE))
                .singleElement()
                .satisfies(held -> assertThat(held.usedBy()).containsExactly(BLUE, GREEN));
    }

    @Test
    void e4_a_registered_environment_is_what_it_was_when_it_was_registered() throws Exception {
        var conda = Files.writeString(folder.resolve("conda.yml"), "dependencies: [python]\n");
        create(environment(new EnvironmentSource.Conda("base", new CondaFile.At(conda.toString()))));
        Files.writeString(conda, "dependencies: [other]\n");

        up(runtime.spec(BLUE)
                .draft()
                .environment(new EnvironmentSource.Registered("azureml:sklearn:1"))
                .done());

        assertThat(engine.prepared())
                .containsExactly(new EnvironmentSource.Conda("base", new CondaFile.Inline("dependencies: [python]\n")));
    }

    @Test
    void a_substitution_stands_in_for_a_cloud_registrys_environment() throws Exception {
        var curated = "azureml://registries/azureml/environments/sklearn-1.5/labels/latest";
        create(environment(new EnvironmentSource.Image("local-sklearn")));
        runtime.ask(runtime.control.substituteAssets(
                List.of(new Substitution("azureml://registries/azureml/*", "azureml:sklearn@latest"))));

        up(runtime.spec(BLUE)
                .draft()
                .environment(new EnvironmentSource.Registered(curated))
                .done());

        assertThat(engine.prepared()).containsExactly(new EnvironmentSource.Image("local-sklearn"));
        assertThat(spec().environment()).isEqualTo(new EnvironmentSource.Registered(curated));
    }

    @Test
    void two_deployments_of_the_same_environment_share_one() throws Exception {
        up(inline("", ""));
        runtime.bringUp(GREEN, InitialTraffic.NONE);

        assertThat(inventory().of(AssetKind.ENVIRONMENT))
                .singleElement()
                .satisfies(held -> assertThat(held.usedBy()).containsExactly(BLUE, GREEN));
    }
}
