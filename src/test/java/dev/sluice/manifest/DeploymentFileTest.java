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

class DeploymentFileTest {

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
        assertThat(file.notices())
                .extracting(Notice::sentence)
                .containsExactly(
                        "this size is not in our table: unless Sluice was started with an --instance-profile for it"
                                + " (NAME=CORES,GiB, such as Standard_DS5_v2=2,4), an instance gets 1.0 cores and 1024 MiB");
    }

    @ParameterizedTest
    @CsvSource({"Standard_NC6s_v3,true", "standard_nd96asr_v4,true", "Standard_NV6,true", "Standard_DS3_v2,false"})
    void c9_a_size_with_a_graphics_processor_gets_none_and_that_is_told(String size, boolean told) {
        assertThat(workplace.deployment(DEPLOYMENT.replace("Standard_DS3_v2", size)).notices().stream()
                        .map(Notice::sentence)
                        .anyMatch(
                                "there are no graphics processors for instances here; they compute without one"
                                        ::equals))
                .isEqualTo(told);
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
                                                false, "{\"name\":\"n\",\"path\":\"p\",\"version\":\"1\"}"))),
                        List.of("x-request-id")));
    }

    @Test
    void o6_a_bare_name_of_a_data_asset_is_written_as_the_clouds_client_takes_it_and_that_is_told() {
        var file = workplace.deployment(DEPLOYMENT + "data_collector: {collections: {request: {data: mine}}}");

        assertThat(file.spec().collection().collections().get("request").data()).isEqualTo("{\"name\":\"mine\"}");
        assertThat(file.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.sentence()).contains("the cloud's client refuses a bare name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data_collector: {collections: {a: {data: {pth: x}}}} | data_collector.collections.a.data.pth",
                "data_collector: {collections: {a: {data: [name]}}} | expected text, found a list",
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
}
