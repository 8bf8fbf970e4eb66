package dev.sluice.assets;

import static dev.sluice.assets.SampleAssets.environment;
import static dev.sluice.assets.SampleAssets.model;
import static dev.sluice.assets.SampleAssets.registered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Problem;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.domain.Substitution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deployment's references mean. */
class SettlementTest {

    private static final String CURATED = "azureml://registries/azureml/environments/sklearn-1.5/labels/latest";

    private final Asset first = registered(model("iris", "1"), 1);
    private final Asset second = registered(model("iris", "2"), 2);
    private final Asset env = registered(environment("sklearn", "3"), 1);
    private Catalog catalog = Catalog.of(List.of(first, second, env), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"azureml:iris@latest", "azureml:iris"})
    void c2_latest_and_bare_names_become_the_version_that_was_registered_last(String reference) {
        var settlement = withModel(reference);

        assertThat(settlement.problems()).isEmpty();
        assertThat(settlement.spec().model()).isEqualTo(new ModelSource.Registered("azureml:iris:2"));
        assertThat(settlement.pins().of(AssetKind.MODEL)).contains(second.id());
    }

    @Test
    void what_is_meant_has_the_models_type_and_the_environments_image_in_place_of_their_names() {
        var triton = new ModelDefinition("net", "1", ModelType.TRITON, "/net", Labels.NONE, CloudKeys.NONE);
        catalog = catalog.with(registered(triton, 3));

        var meant = withModel("azureml:net:1").meant();

        assertThat(meant.model()).isEqualTo(new ModelSource.Files("/net", "net", "1", ModelType.TRITON));
    }

    @Test
    void c2_an_exact_version_is_what_it_says_even_if_it_is_archived() {
        catalog = catalog.with(first.withArchived(true));

        assertThat(withModel("azureml:iris:1").pins().of(AssetKind.MODEL)).contains(first.id());
    }

    @Test
    void an_archived_version_is_not_the_latest() {
        catalog = catalog.with(second.withArchived(true));

        assertThat(withModel("azureml:iris@latest").pins().of(AssetKind.MODEL)).contains(first.id());
    }

    @Test
    void if_every_version_is_archived_that_is_said_with_their_names() {
        catalog = catalog.with(first.withArchived(true)).with(second.withArchived(true));

        var problem = problemOf("azureml:iris");

        assertThat(problem.message()).contains("archived");
        assertThat(problem.remedy()).contains("azureml:iris:1");
    }

    @Test
    void a_version_that_is_not_there_is_answered_with_those_that_are() {
        var problem = problemOf("azureml:iris:5");

        assertThat(problem.code()).isEqualTo(Problem.Code.NOT_FOUND);
        assertThat(problem.path()).isEqualTo("model");
        assertThat(problem.remedy()).contains("azureml:iris:2 or azureml:iris:1");
    }

    @Test
    void a_misspelt_name_is_answered_with_the_nearest() {
        catalog = catalog.with(registered(model("boston-housing", "1"), 3));

        assertThat(problemOf("azureml:irsi:1").remedy()).startsWith("write azureml:iris:2 or azureml:boston-housing:1");
    }

    @Test
    void only_the_label_latest_is_known() {
        assertThat(problemOf("azureml:iris@production").remedy()).contains("azureml:iris@latest");
    }

    @Test
    void an_environment_is_no_model() {
        assertThat(problemOf("azureml:sklearn:3").code()).isEqualTo(Problem.Code.NOT_FOUND);
    }

    @Test
    void what_is_in_a_cloud_registry_is_refused_with_a_way_out() {
        var problem = withEnvironment(CURATED).problems().get(0);

        assertThat(problem.code()).isEqualTo(Problem.Code.NOT_SUPPORTED);
        assertThat(problem.message()).contains("the cloud registry 'azureml'");
        assertThat(problem.remedy()).contains("Substitutions", "azureml:sklearn:3");
    }

    @Test
    void a_substitution_stands_in_for_it_and_the_file_keeps_its_words() {
        catalog = catalog.with(List.of(
                new Substitution("azureml://registries/other/*", "azureml:nowhere:1"),
                new Substitution("azureml://registries/azureml/environments/sklearn-*", "azureml:sklearn@latest")));

        var settlement = withEnvironment(CURATED);

        assertThat(settlement.problems()).isEmpty();
        assertThat(settlement.spec().environment()).isEqualTo(new EnvironmentSource.Registered(CURATED));
        assertThat(settlement.pins().of(AssetKind.ENVIRONMENT)).contains(env.id());
    }

    @Test
    void code_of_a_cloud_workspace_is_refused_whatever_stands_in_for_its_models() {
        catalog = catalog.with(List.of(new Substitution("azureml:/*", "azureml:iris:1")));
        var id = "azureml:/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/prod"
                + "/codes/0123/versions/1";

        var problem = Settlement.of(
                        catalog,
                        SampleSpecs.deployment(
                                SampleSpecs.BLUE, new ModelSource.None(), new CodeSource.Registered(id, "score.py")))
                .problems()
                .get(0);

        assertThat(problem.code()).isEqualTo(Problem.Code.NOT_SUPPORTED);
        assertThat(problem.path()).isEqualTo("code_configuration.code");
        assertThat(problem.message()).contains("the cloud workspace 'prod'");
        assertThat(problem.remedy()).contains("the path of the folder");
    }

    @Test
    void a_substitution_by_what_is_not_there_says_both_names() {
        catalog = catalog.with(List.of(new Substitution("azureml:/*", "azureml:nowhere:1")));

        assertThat(withEnvironment(CURATED).problems().get(0).message()).contains(CURATED, "azureml:nowhere:1");
    }

    @Test
    void a_full_id_of_the_cloud_is_substituted_likewise() {
        catalog = catalog.with(List.of(new Substitution("azureml:/subscriptions/*/models/iris/*", "azureml:iris:1")));

        var settlement =
                withModel("azureml:/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices"
                        + "/workspaces/w/models/iris/versions/4");

        assertThat(settlement.pins().of(AssetKind.MODEL)).contains(first.id());
    }

    @Test
    void a_registered_custom_model_without_code_and_environment_is_refused() {
        var settlement = Settlement.of(catalog, noCode("azureml:iris:1"));

        assertThat(settlement.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("iris:1 is a custom model"));
    }

    @Test
    void what_is_registered_is_spelled_out_for_who_asks_whether_it_can_be_run() {
        var meant = withModel("azureml:iris").meant();

        assertThat(meant.model()).isEqualTo(new ModelSource.Files("/models/iris", "iris", "2", ModelType.CUSTOM));
        assertThat(withEnvironment("azureml:sklearn:3").meant().environment())
                .isEqualTo(new EnvironmentSource.Image("python:3.12-slim"));
    }

    @Test
    void an_inline_model_whose_name_no_reference_could_say_is_refused_at_once() {
        var spec = SampleSpecs.deployment(SampleSpecs.BLUE)
                .draft()
                .model(new ModelSource.Files("/models/iris", "my model", ""))
                .done();

        assertThat(Settlement.of(catalog, spec).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).isEqualTo("model.name"));
    }

    @Test
    void a_registered_mlflow_model_needs_neither() {
        var mlflow = new ModelDefinition("flow", "1", ModelType.MLFLOW, "/flow", Labels.NONE, CloudKeys.NONE);
        catalog = catalog.with(registered(mlflow, 1));

        assertThat(Settlement.of(catalog, noCode("azureml:flow:1")).problems()).isEmpty();
    }

    private static DeploymentSpec noCode(String model) {
        return DeploymentSpec.draft(SampleSpecs.BLUE, new CodeSource.None(), new EnvironmentSource.None())
                .model(new ModelSource.Registered(model))
                .done();
    }

    private Problem problemOf(String model) {
        return withModel(model).problems().get(0);
    }

    private Settlement withModel(String reference) {
        return Settlement.of(
                catalog,
                SampleSpecs.deployment(SampleSpecs.BLUE)
                        .draft()
                        .model(new ModelSource.Registered(reference))
                        .done());
    }

    private Settlement withEnvironment(String reference) {
        return Settlement.of(
                catalog,
                SampleSpecs.deployment(SampleSpecs.BLUE)
                        .draft()
                        .environment(new EnvironmentSource.Registered(reference))
                        .done());
    }
}
