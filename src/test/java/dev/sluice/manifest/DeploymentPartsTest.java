package dev.sluice.manifest;

import static dev.sluice.manifest.Workplace.DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.LocalWorkspace;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deployment file says of its model, its code and its environment. */
class DeploymentPartsTest {

    private static final String WITHOUT_CODE = DEPLOYMENT.replaceAll("code_configuration:\n(  .*\n)+", "");

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void a_folder_with_files() {
        workplace = new Workplace(folder);
    }

    @ParameterizedTest
    @CsvSource({"name,../../other", "name,..", "version,/etc", "version,."})
    void a_models_name_and_version_cannot_lead_out_of_its_folder(String key, String value) {
        assertThat(workplace.complaints(with(DEPLOYMENT, "model", "{path: model.pkl, " + key + ": '" + value + "'}")))
                .startsWith("BAD_VALUE file.yml:")
                .contains("model." + key + ": the model's files get a folder of this name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "azureml:my-model:1",
                "azureml:my-model@latest",
                "azureml:my-model",
                "azureml:/subscriptions/s/resourceGroups/g/providers/p/workspaces/w/models/m/versions/3",
                "azureml://registries/azureml/models/m/versions/1",
                "azureml://registries/azureml/models/m/labels/latest",
            })
    void c2_registered_assets_are_named_in_each_of_the_clouds_ways(String reference) {
        var environment = reference.replace("/models/", "/environments/");
        var spec = workplace
                .deployment(with(with(DEPLOYMENT, "model", reference), "environment", environment))
                .spec();

        assertThat(spec.model()).isEqualTo(new ModelSource.Registered(reference));
        assertThat(spec.environment()).isEqualTo(new EnvironmentSource.Registered(environment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model.pkl | azureml:<name>:<version> or azureml:<name>@latest, or define",
                "azureml:a b | azureml:<name>:<version>",
                "azureml:m:1:2 | azureml:<name>:<version>",
                "azureml://registries/r/components/m/versions/1 | azureml:<name>:<version>",
                "'' | azureml:<name>:<version>",
            })
    void other_references_say_what_to_write_instead(String reference, String advice) {
        assertThat(workplace.complaints(with(DEPLOYMENT, "model", "'" + reference + "'")))
                .startsWith("BAD_VALUE file.yml:3:8 model: ")
                .contains(advice)
                .hasLineCount(1);
        assertThat(workplace.complaints(with(DEPLOYMENT, "environment", "'" + reference + "'")))
                .startsWith("BAD_VALUE ")
                .contains(advice)
                .hasLineCount(1);
    }

    @Test
    void an_environment_is_no_model_and_a_model_no_environment() {
        var named = "azureml://registries/azureml/environments/e/labels/latest";

        assertThat(workplace.complaints(with(DEPLOYMENT, "model", named)))
                .isEqualTo(
                        "BAD_VALUE file.yml:3:8 model: this is not the name of any model. To mend it: name the model to use");
        assertThat(workplace.complaints(with(DEPLOYMENT, "environment", named.replace("environments", "models"))))
                .contains("this is not the name of any environment");
    }

    @Test
    void a_model_may_be_left_out_or_be_a_named_folder() {
        assertThat(workplace
                        .deployment(DEPLOYMENT.replace("model:\n  path: model.pkl\n", ""))
                        .spec()
                        .model())
                .isEqualTo(new ModelSource.None());

        var file = workplace.deployment(with(
                DEPLOYMENT,
                "model",
                "{path: ./onlinescoring/../onlinescoring, name: m, version: 3, type: mlflow_model, flavors: {},"
                        + " description: d, tags: {}, properties: {}}"));
        assertThat(file.spec().model())
                .isEqualTo(new ModelSource.Files(path("onlinescoring"), "m", "3", ModelType.MLFLOW));
        assertThat(file.notices())
                .extracting(Notice::path)
                .containsExactly("model.flavors", "model.description", "model.tags", "model.properties");
    }

    @Test
    void files_that_are_not_there_are_named_with_the_path_that_was_tried() {
        var yaml = DEPLOYMENT
                .replace("model.pkl", "no.pkl")
                .replace("conda.yml", "onlinescoring")
                .replace("score.py", "deep/none.py");

        assertThat(workplace.complaints(yaml))
                .contains("NOT_FOUND file.yml:4:9 model.path: there is no file or folder at " + path("no.pkl"))
                .contains("NOT_FOUND file.yml:7:19 code_configuration.scoring_script: there is no file at "
                        + path("onlinescoring/deep/none.py"))
                .contains(
                        "NOT_FOUND file.yml:10:15 environment.conda_file: there is no file at " + path("onlinescoring"))
                .hasLineCount(3);
        assertThat(workplace.complaints(DEPLOYMENT.replace("onlinescoring", "model.pkl")))
                .contains("code_configuration.code: there is no folder at " + path("model.pkl"));
    }

    @Test
    void missing_files_and_other_mistakes_are_told_together_from_the_top_down() {
        assertThat(workplace.complaints(
                        DEPLOYMENT.replace("model.pkl", "no.pkl").replace("count: 1", "count: 0")))
                .matches("(?s)NOT_FOUND file.yml:4:9.*\nBAD_VALUE file.yml:12:17.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../model.pkl", "../onlinescoring", ".", "/etc/passwd", "../onlinescoring2/score.py"})
    void the_scoring_script_must_be_inside_the_code_folder(String script) {
        workplace.write("onlinescoring2/score.py", "");

        assertThat(workplace.complaints(DEPLOYMENT.replace("score.py", script)))
                .startsWith("BAD_VALUE file.yml:7:19 code_configuration.scoring_script: the file must be inside")
                .hasLineCount(1);
    }

    @Test
    void c3_a_scoring_script_may_be_deep_in_the_code_folder() {
        assertThat(workplace
                        .deployment(DEPLOYMENT
                                .replace("code: onlinescoring", "code: .")
                                .replace("score.py", "./onlinescoring/score.py"))
                        .spec()
                        .code())
                .isEqualTo(new CodeSource.Folder(folder.toString(), "onlinescoring/score.py"));
    }

    @Test
    void c3_code_may_be_the_id_of_a_copy_and_its_script_is_inside_of_it() {
        var id = "azureml:" + LocalWorkspace.idOf(new AssetId(AssetKind.CODE, "code-4440452b70f5", "1"));
        var byId = DEPLOYMENT.replace("code: onlinescoring", "code: " + id);

        assertThat(workplace.deployment(byId).spec().code()).isEqualTo(new CodeSource.Registered(id, "score.py"));
        assertThat(workplace.complaints(byId.replace("score.py", "../score.py")))
                .startsWith("BAD_VALUE file.yml:7:19 code_configuration.scoring_script: the file must be inside");
    }

    @Test
    void c3_what_is_no_name_of_code_is_refused_with_what_is() {
        assertThat(workplace.complaints(DEPLOYMENT.replace("code: onlinescoring", "code: 'azureml:a b'")))
                .startsWith("BAD_VALUE file.yml:6:9 code_configuration.code: 'azureml:a b' does not name a registered"
                        + " code")
                .contains("give the path of the folder with the code");
        var model = "azureml:" + LocalWorkspace.idOf(new AssetId(AssetKind.MODEL, "iris", "1"));
        assertThat(workplace.complaints(DEPLOYMENT.replace("code: onlinescoring", "code: " + model)))
                .contains("this is not the name of any code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host/m.pkl", "azureml://datastores/d/paths/m", "file:/m.pkl"})
    void addresses_in_the_cloud_are_no_files(String address) {
        assertThat(workplace.complaints(DEPLOYMENT.replace("model.pkl", address)))
                .startsWith("NOT_SUPPORTED file.yml:4:9 model.path: '" + address + "' is an address in the cloud");
        assertThat(workplace.complaints(DEPLOYMENT.replace("code: onlinescoring", "code: " + address)))
                .startsWith("NOT_SUPPORTED file.yml:6:9 code_configuration.code:");
    }

    @Test
    void a_path_that_cannot_be_one_is_refused() {
        assertThat(workplace.complaints(DEPLOYMENT.replace("model.pkl", "\"a\\0b\"")))
                .startsWith("BAD_VALUE file.yml:4:9 model.path: this cannot be a path");
        assertThat(workplace.complaints(DEPLOYMENT.replace("model.pkl", "' '"))).contains("the path is empty");
    }

    @Test
    void a2_relative_paths_start_from_the_files_own_folder_as_in_the_articles_samples() throws Exception {
        var sample = Files.createDirectories(folder.resolve("endpoints/online/managed/sample"));
        var file = Files.writeString(
                sample.resolve("blue-deployment.yml"),
                DEPLOYMENT.replaceAll("(model\\.pkl|onlinescoring|conda\\.yml)", "../../../../$1"));

        var read =
                Workplace.value(Manifests.readDeployment(file, Overrides.NONE)).spec();

        assertThat(read).isEqualTo(workplace.deployment(DEPLOYMENT).spec());
    }

    @Test
    void code_without_a_scoring_script_is_not_complete() {
        assertThat(workplace.complaints(DEPLOYMENT.replaceAll("  scoring_script.*\n", "")))
                .startsWith("MISSING_KEY file.yml:6:3 code_configuration.scoring_script:");
    }

    @Test
    void without_code_the_image_must_serve_by_itself_and_that_is_said() {
        var file = workplace.deployment(WITHOUT_CODE);

        assertThat(file.spec().code()).isEqualTo(new CodeSource.None());
        assertThat(file.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.path()).isEqualTo("environment");
            assertThat(notice.sentence()).endsWith("the image must serve by itself, at port 5001, /score");
        });
    }

    @Test
    void a_mount_path_for_the_model_is_for_images_that_serve_by_themselves_and_else_told_to_do_nothing() {
        var mount = "model_mount_path: /mnt\n";
        var mlflow = with(WITHOUT_CODE, "model", "{path: model.pkl, type: mlflow_model}");

        assertThat(toldOfTheMount(DEPLOYMENT + mount)).isTrue();
        assertThat(toldOfTheMount(mlflow + mount)).isTrue();
        assertThat(toldOfTheMount(WITHOUT_CODE + mount)).isFalse();
        assertThat(toldOfTheMount(mlflow.replace("mlflow_model", "triton_model") + mount))
                .isFalse();
        assertThat(toldOfTheMount(with(DEPLOYMENT, "environment", "azureml:serves-perhaps:1") + mount))
                .isFalse();
        assertThat(toldOfTheMount(with(WITHOUT_CODE, "model", "azureml:serves-perhaps:1") + mount))
                .isFalse();
        assertThat(toldOfTheMount(DEPLOYMENT)).isFalse();
    }

    private boolean toldOfTheMount(String yaml) {
        return workplace.deployment(yaml).notices().stream()
                .anyMatch(notice -> notice.path().equals("model_mount_path"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{path: model.pkl, type: mlflow_model}", "{path: ., type: TritonModel}", "azureml:m:1"})
    void a_model_that_is_served_without_code_needs_no_environment_either(String model) {
        var file = workplace.deployment(with(WITHOUT_CODE, "model", model).replaceAll("environment:\n(  .*\n)+", ""));

        assertThat(file.spec().environment()).isEqualTo(new EnvironmentSource.None());
        assertThat(file.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{path: model.pkl}", "{path: model.pkl, type: custom_model}", ""})
    void any_other_model_without_code_needs_an_image(String model) {
        assertThat(workplace.complaints(with(WITHOUT_CODE, "model", model).replaceAll("environment:\n(  .*\n)+", "")))
                .startsWith("MISSING_KEY file.yml:1:1 environment: 'environment' is missing")
                .contains("and 'code_configuration' with the code folder and the scoring script")
                .hasLineCount(1);
    }

    @Test
    void code_needs_an_environment_whatever_the_model() {
        var yaml = with(DEPLOYMENT, "model", "{path: model.pkl, type: mlflow_model}");

        assertThat(workplace.complaints(yaml.replaceAll("environment:\n(  .*\n)+", "")))
                .startsWith("MISSING_KEY file.yml:1:1 environment:");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String with(String yaml, String key, String value) {
        return yaml.replaceAll(key + ":\n(  .*\n)+", key + ": " + value + "\n");
    }
}
