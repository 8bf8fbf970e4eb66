package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Activity;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.LocalWorkspace;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Substitution;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Models and environments that deployments are made of, on the real runtime with a fake engine. */
@ParameterizedClass
@EnumSource
class AssetsTest {

    @Parameter
    private Face face;

    private static final AssetId IRIS = new AssetId(AssetKind.MODEL, "iris", "1");

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private RuntimeUnderTest runtime;
    private Path file;

    @BeforeEach
    void there_is_an_endpoint_and_a_model_file() throws Exception {
        engine.startsAtOnce();
        file = Files.writeString(folder.resolve("iris.pkl"), "weights");
        runtime = new RuntimeUnderTest(engine, folder, face);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

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
    void e4_other_content_under_a_registered_name_and_version_is_refused_and_the_first_stays() throws Exception {
        create(model("iris", "1"));
        Files.writeString(file, "other");

        assertThat(refusal(runtime.control.createAsset(model("iris", "1"))).code())
                .isEqualTo(Problem.Code.ALREADY_EXISTS);
        up(referring("azureml:iris:1"));
        assertThat(engine.started().get(0).files().models().resolve("iris.pkl")).hasContent("weights");
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
    void an_asset_in_use_cannot_be_deleted_and_its_users_are_named() throws Exception {
        up(inline("iris", "1"));

        assertThat(refusal(runtime.control.deleteAsset(IRIS)).message()).contains("used by diabetes/blue");
        assertThat(inventory().asset(IRIS)).isPresent();
    }

    @Test
    void n1_assets_remain_when_the_endpoint_is_deleted_and_can_be_deleted_then() throws Exception {
        up(inline("iris", "1"));
        runtime.ask(runtime.control.deleteEndpoint(DIABETES));
        await().until(() -> runtime.fleet().endpoints().isEmpty());

        assertThat(usersOf(IRIS)).isEmpty();
        assertThat(runtime.ask(runtime.control.deleteAsset(IRIS))).isInstanceOf(Outcome.Registered.class);
        assertThat(inventory().of(AssetKind.MODEL)).isEmpty();
        assertThat(folder.resolve("home/assets/models")).isEmptyDirectory();
    }

    @Test
    void an_archived_version_is_not_the_latest_until_it_is_restored() throws Exception {
        create(model("iris", "1"));
        runtime.ask(runtime.control.archiveAsset(IRIS));

        assertThat(refusal(runtime.control.createDeployment(referring("azureml:iris"), InitialTraffic.NONE))
                        .message())
                .contains("archived");
        runtime.ask(runtime.control.restoreAsset(IRIS));
        up(referring("azureml:iris"));
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

    @Test
    void the_registry_outlives_the_program_and_a_deployment_goes_on_with_what_it_was_made_of() throws Exception {
        up(inline("", ""));
        runtime.ask(runtime.control.substituteAssets(List.of(new Substitution("azureml:/*", "azureml:iris"))));
        var before = inventory();
        runtime.close();
        Files.delete(file);

        runtime = new RuntimeUnderTest(engine, folder, face);

        assertThat(inventory()).isEqualTo(before);
        runtime.ask(runtime.control.scale(BLUE, 2));
        await().until(() -> engine.started().size() == 2);
    }

    @Test
    void the_same_content_again_is_no_error_and_may_say_other_labels() throws Exception {
        create(model("iris", "1"));
        var described = new ModelDefinition(
                "iris", "1", ModelType.CUSTOM, file.toString(), Labels.of("the best", Map.of()), CloudKeys.NONE);

        assertThat(create(described)).isEqualTo(new Outcome.Registered(IRIS));
        assertThat(inventory()
                        .asset(IRIS)
                        .orElseThrow()
                        .asset()
                        .definition()
                        .labels()
                        .description())
                .isEqualTo("the best");
    }

    @Test
    void labels_are_said_anew_without_the_files_that_a_version_came_from() throws Exception {
        create(model("iris", "1"));
        Files.delete(file);

        var outcome = runtime.ask(runtime.control.relabelAsset(IRIS, Labels.of("the best", Map.of("team", "a"))));

        assertThat(outcome).isEqualTo(new Outcome.Registered(IRIS));
        assertThat(inventory().asset(IRIS).orElseThrow().asset().definition().labels())
                .isEqualTo(Labels.of("the best", Map.of("team", "a")));
        assertThat(refusal(runtime.control.relabelAsset(new AssetId(AssetKind.MODEL, "iris", "7"), Labels.NONE))
                        .code())
                .isEqualTo(Problem.Code.NOT_FOUND);
    }

    @Test
    void every_command_stands_in_the_journal_also_what_was_refused() throws Exception {
        create(model("iris", "1"));
        refusal(runtime.control.createAsset(model("no name", "1")));
        runtime.ask(runtime.control.archiveAsset(IRIS));
        runtime.ask(runtime.control.deleteAsset(IRIS));

        var told = new CopyOnWriteArrayList<Activity>();
        try (var watch = runtime.control.watchActivity(4, told::add)) {
            assertThat(watch).isNotNull();
            await().until(() -> told.size() == 4);
        }

        assertThat(told)
                .extracting(
                        entry -> entry.deed().kind(),
                        entry -> entry.deed().target().toString())
                .containsExactly(
                        tuple(Deed.Kind.CREATE_ASSET, "model iris:1"),
                        tuple(Deed.Kind.CREATE_ASSET, "model no name:1"),
                        tuple(Deed.Kind.ARCHIVE_ASSET, "model iris:1"),
                        tuple(Deed.Kind.DELETE_ASSET, "model iris:1"));
    }

    private Outcome create(AssetDefinition definition) throws Exception {
        var outcome = runtime.ask(runtime.control.createAsset(definition));
        assertThat(outcome).isInstanceOf(Outcome.Registered.class);
        return outcome;
    }

    private void up(DeploymentSpec spec) throws Exception {
        assertThat(runtime.ask(runtime.control.createDeployment(spec, InitialTraffic.NONE)))
                .isInstanceOf(Outcome.Applied.class);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    private Problem refusal(CompletionStage<Outcome> command) throws Exception {
        return ((Outcome.Refused) runtime.ask(command)).problems().get(0);
    }

    private Inventory inventory() throws Exception {
        return runtime.get(runtime.control.assets());
    }

    private List<DeploymentId> usersOf(AssetId id) throws Exception {
        return inventory().asset(id).orElseThrow().usedBy();
    }

    private DeploymentSpec spec() {
        return runtime.fleet().deployment(BLUE).orElseThrow().spec();
    }

    private DeploymentSpec inline(String name, String version) {
        return runtime.spec(BLUE)
                .draft()
                .model(new ModelSource.Files(file.toString(), name, version))
                .done();
    }

    private DeploymentSpec referring(String model) {
        return runtime.spec(BLUE)
                .draft()
                .model(new ModelSource.Registered(model))
                .done();
    }

    private ModelDefinition model(String name, String version) {
        return new ModelDefinition(name, version, ModelType.CUSTOM, file.toString(), Labels.NONE, CloudKeys.NONE);
    }

    private static EnvironmentDefinition environment(EnvironmentSource source) {
        return new EnvironmentDefinition("sklearn", "1", source, Labels.NONE, CloudKeys.NONE);
    }
}
