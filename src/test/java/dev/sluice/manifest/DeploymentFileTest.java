package dev.sluice.manifest;

import static dev.sluice.manifest.Workplace.DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Probe;
import dev.sluice.domain.RequestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentFileTest {

    private static final String WITHOUT_CODE = DEPLOYMENT.replaceAll("code_configuration:\n(  .*\n)+", "");

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void a_folder_with_files() {
        workplace = new Workplace(folder);
    }

    @Test
    void the_articles_deployment_file_is_read_with_the_clouds_defaults() {
        assertThat(workplace.deployment(DEPLOYMENT).spec())
                .isEqualTo(DeploymentSpec.draft(
                                new DeploymentId(new EndpointName("diabetes"), new DeploymentName("blue")),
                                new CodeSource.Folder(path("onlinescoring"), "score.py"),
                                new EnvironmentSource.Conda("python:3.10", new CondaFile.At(path("conda.yml"))))
                        .model(new ModelSource.Files(path("model.pkl"), "", ""))
                        .done());
        assertThat(workplace.deployment(DEPLOYMENT).notices()).isEmpty();
    }

    @Test
    void c1_both_missing_names_are_told_at_once() {
        assertThat(workplace.complaints(DEPLOYMENT.replaceAll("(?m)^(endpoint_)?name.*\n", "")))
                .contains("MISSING_KEY file.yml:1:1 name: 'name' is missing")
                .contains("MISSING_KEY file.yml:1:1 endpoint_name: 'endpoint_name' is missing")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @CsvSource({"ab,NAME_LENGTH", "1abc,NAME_CHARACTERS", "a_b,NAME_CHARACTERS", "abc-,NAME_CHARACTERS"})
    void b1_names_obey_the_clouds_rules(String name, String broken) {
        assertThat(workplace.complaints(DEPLOYMENT.replace("blue", name))).startsWith(broken + " file.yml:1:7 name:");
        assertThat(workplace.complaints(DEPLOYMENT.replace("diabetes", name)))
                .startsWith(broken + " file.yml:2:16 endpoint_name:");
    }

    @Test
    void numbers_and_truth_values_are_text_only_in_quotes() {
        assertThat(workplace.complaints(DEPLOYMENT.replace("blue", "true")))
                .isEqualTo("BAD_VALUE file.yml:1:7 name: expected text (put it in quotes), found 'true'");
        assertThat(workplace.complaints(DEPLOYMENT.replace("blue", "'true'"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"name,../../other", "name,..", "version,/etc", "version,."})
    void a_models_name_and_version_cannot_lead_out_of_its_folder(String key, String value) {
        assertThat(workplace.complaints(with(DEPLOYMENT, "model", "{path: model.pkl, " + key + ": '" + value + "'}")))
                .startsWith("BAD_VALUE file.yml:")
                .contains("model." + key + ": the model's files get a folder of this name");
    }

    @Test
    void settings_probes_and_variables_are_read() {
        var spec = workplace.deployment(DEPLOYMENT + """
                        environment_variables: {DEBUG: no, WORKER_COUNT: 2, GREETING: "a: b", EMPTY: }
                        request_settings: {request_timeout_ms: 3000, max_concurrent_requests_per_instance: '4'}
                        liveness_probe: {initial_delay: 30, period: 5, timeout: 3, failure_threshold: 7}
                        readiness_probe: {success_threshold: 2}
                        description: first
                        tags: {team: ml}
                        """).spec();

        assertThat(spec.environmentVariables())
                .isEqualTo(Map.of("DEBUG", "no", "WORKER_COUNT", "2", "GREETING", "a: b", "EMPTY", ""));
        assertThat(spec.requests()).isEqualTo(new RequestSettings(Duration.ofSeconds(3), 4));
        assertThat(spec.liveness())
                .isEqualTo(new Probe(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(3), 1, 7));
        assertThat(spec.readiness())
                .isEqualTo(new Probe(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(2), 2, 30));
        assertThat(spec.labels()).isEqualTo(Labels.of("first", Map.of("team", "ml")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instance_count: 0 | from 1 to 50",
                "instance_count: -1 | from 1 to 50",
                "instance_count: 51 | from 1 to 50",
                "instance_count: two | expected a whole number, found 'two'",
                "instance_count: [1] | expected a whole number, found a list",
                "request_settings: {request_timeout_ms: 180001} | from 1 to 180000",
                "request_settings: {request_timeout_ms: 0} | from 1 to 180000",
                "request_settings: {max_concurrent_requests_per_instance: 0} | at least 1",
                "request_settings: 5000 | expected keys with values below it, found '5000'",
                "liveness_probe: {initial_delay: 0} | at least 1",
                "liveness_probe: {success_threshold: 2} | from 1 to 1",
                "readiness_probe: {failure_threshold: 0} | at least 1",
                "readiness_probe: {period: 1.5} | expected a whole number, found '1.5'",
            })
    void numbers_out_of_range_are_refused(String line, String complaint) {
        assertThat(workplace.complaints(DEPLOYMENT.replace("instance_count: 1\n", "") + line))
                .contains("file.yml:12:")
                .contains(complaint)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"50,50", "1,1"})
    void the_limits_themselves_are_within(String typed, int instances) {
        assertThat(workplace
                        .deployment(DEPLOYMENT.replace("count: 1", "count: " + typed)
                                + "request_settings: {request_timeout_ms: 180000}")
                        .spec()
                        .instanceCount())
                .isEqualTo(instances);
    }

    @Test
    void c7_a_managed_deployment_needs_a_size_and_an_unknown_one_gets_a_stated_profile() {
        assertThat(workplace.complaints(DEPLOYMENT.replaceAll("instance_type.*\n", "")))
                .isEqualTo("MISSING_KEY file.yml:1:1 instance_type: 'instance_type' is missing."
                        + " To mend it: add 'instance_type'");

        assertThat(workplace.complaints(DEPLOYMENT.replace("Standard_DS3_v2", "''")))
                .startsWith("BAD_VALUE file.yml:11:16 instance_type: expected a name, found ''");
        var file = workplace.deployment(DEPLOYMENT.replace("DS3", "XX99"));
        assertThat(file.spec().instanceType().known()).isFalse();
        assertThat(file.notices())
                .extracting(Notice::sentence)
                .containsExactly("this size is not in our table; an instance gets 1.0 cores and 1024 MiB");
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

    @ParameterizedTest
    @ValueSource(strings = {"https://host/m.pkl", "azureml://datastores/d/paths/m", "azureml:code:1", "file:/m.pkl"})
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

    @Test
    void variables_that_no_system_takes_are_refused() {
        assertThat(workplace.complaints(DEPLOYMENT + "environment_variables: {A=B: 1, '': 2, C: \"a\\0\", D: [1]}"))
                .contains("environment_variables.A=B: this is no name for a variable")
                .contains("environment_variables.: this is no name for a variable")
                .contains("environment_variables.C: a variable cannot hold a NUL character")
                .contains("environment_variables.D: expected a single value, found a list")
                .hasLineCount(4);
    }

    @Test
    void c9_every_key_for_the_cloud_alone_is_accepted_kept_and_told() {
        var file = workplace.deployment(DEPLOYMENT + """
                app_insights_enabled: true
                scale_settings: {type: Default}
                request_settings: {max_queue_wait_ms: 500}
                egress_public_network_access: Enabled
                private_network_connection: false
                id: /subscriptions/x
                provisioning_state: Succeeded
                creation_context: {created_by: someone}
                """);

        assertThat(file.spec().cloud().json())
                .isEqualTo(Map.of(
                        "app_insights_enabled", "true",
                        "scale_settings", "{\"type\":\"Default\"}",
                        "request_settings.max_queue_wait_ms", "500",
                        "egress_public_network_access", "\"Enabled\"",
                        "private_network_connection", "false"));
        assertThat(file.notices())
                .extracting(Notice::path)
                .containsExactlyInAnyOrder(
                        "app_insights_enabled",
                        "scale_settings",
                        "request_settings.max_queue_wait_ms",
                        "egress_public_network_access",
                        "private_network_connection",
                        "id",
                        "provisioning_state",
                        "creation_context");
    }

    @Test
    void the_data_collector_is_read() {
        var spec = workplace.deployment(DEPLOYMENT + """
                model_mount_path: /var/azureml-app
                data_collector:
                  sampling_rate: 0.5
                  rolling_rate: Minute
                  collections:
                    request: {enabled: 'True'}
                    model_inputs: {data: {name: n, path: p, version: 1}}
                  request_logging: {capture_headers: [x-request-id]}
                """).spec();

        assertThat(spec.modelMount()).isEqualTo("/var/azureml-app");
        assertThat(spec.collection())
                .isEqualTo(new DataCollection(
                        0.5,
                        DataCollection.Rolling.MINUTE,
                        new TreeMap<>(Map.of(
                                "request", new DataCollection.Collection(true, ""),
                                "model_inputs",
                                        new DataCollection.Collection(
                                                false, "{\"name\":\"n\",\"path\":\"p\",\"version\":1}"))),
                        List.of("x-request-id")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data_collector: {collections: {a: {data: {pth: x}}}} | data_collector.collections.a.data.pth",
                "data_collector: {sampling_rate: 1.5} | expected a number from 0 to 1",
                "data_collector: {collections: {a: {enabled: maybe}}} | expected true or false",
                "resources: {limits: {cpu: 1}} | 'resources' is for Kubernetes deployments",
                "scale_setting: {type: default} | did you mean 'scale_settings'?",
                "scale_settings: {type: default, max_instances: 3} | scale_settings.max_instances",
                "scale_settings: {type: target_utilization} | only Kubernetes deployments scale by utilization",
                "instanceCount: 3 | did you mean 'instance_count'?",
                "readiness_probe: {initial-delay: 3} | did you mean 'initial_delay'?",
                "request_settings: {timeout_in_centuries: 3} | remove it",
            })
    void unknown_keys_are_refused_at_any_depth_with_what_was_meant(String line, String complaint) {
        assertThat(workplace.complaints(DEPLOYMENT + line))
                .contains("file.yml:13:")
                .contains(complaint)
                .hasLineCount(1);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String with(String yaml, String key, String value) {
        return yaml.replaceAll(key + ":\n(  .*\n)+", key + ": " + value + "\n");
    }
}
