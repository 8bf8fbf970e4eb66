package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.likeness.Likeness;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of what is like the cloud has each key that the readers ask for, and no other (reference B7, C9). */
class CompatibilityTest {

    private static final String ENDPOINT = """
            name: iris
            identity:
              type: user_assigned
              user_assigned_identities:
                - resource_id: one
            """;

    private static final String INLINE = """
            model:
              path: model.pkl
            environment:
              image: python:3.10
              inference_config:
                liveness_route: {port: 1, path: /}
                readiness_route: {port: 1, path: /}
                scoring_route: {port: 1, path: /}
            """;

    private static final String DEPLOYMENT = """
            name: blue
            endpoint_name: iris
            code_configuration: {code: onlinescoring, scoring_script: score.py}
            instance_type: Standard_DS3_v2
            scale_settings: {type: target_utilization}
            request_settings: {request_timeout_ms: 1}
            liveness_probe: {period: 1}
            readiness_probe: {period: 1}
            data_collector:
              collections:
                request:
                  enabled: true
                  data: {name: one}
              request_logging: {capture_headers: [one]}
            """;

    private static final String RESOURCES = """
            resources:
              requests: {cpu: 1, memory: 1Gi, nvidia.com/gpu: 1}
              limits: {cpu: 1, memory: 1Gi, nvidia.com/gpu: 1}
            """;

    private static final String BUILD = "environment: {build: {path: docker}}\n";

    @TempDir
    private Path folder;

    private final Set<String> asked = new TreeSet<>();

    @BeforeEach
    void a_folder_with_files() {
        new Workplace(folder);
    }

    @Test
    void b7_every_key_of_an_endpoint_is_in_the_table_and_no_other() {
        endpoint(ENDPOINT);
        endpoint("name: iris\ncompute: azureml:cluster\n");
        open("name: iris\n", opened -> EndpointReader.readUpdate(opened));
        assertThat(asked).isEqualTo(told("Endpoint files"));
    }

    @Test
    void c9_every_key_of_a_deployment_is_in_the_table_and_no_other() {
        deployment(DEPLOYMENT + INLINE);
        deployment(DEPLOYMENT + BUILD);
        deployment("type: kubernetes\n" + RESOURCES + DEPLOYMENT + INLINE);
        assertThat(asked).isEqualTo(told("Deployment files"));
    }

    @Test
    void every_key_of_a_models_or_environments_own_file_is_in_the_table_and_no_other() {
        open("name: iris\npath: model.pkl\n", opened -> asset(opened).model());
        assertThat(asked).isEqualTo(told("Model files"));
        asked.clear();
        open(
                INLINE.substring(INLINE.indexOf("  image")).indent(-2) + "name: iris\n",
                opened -> asset(opened).environment());
        open("name: iris\nbuild: {path: docker}\n", opened -> asset(opened).environment());
        assertThat(asked).isEqualTo(told("Environment files"));
    }

    private void endpoint(String yaml) {
        open(yaml, opened -> EndpointReader.read(opened.keys(), opened.findings()));
    }

    private void deployment(String yaml) {
        open(yaml, opened -> new DeploymentReader(opened.keys(), opened.folder(), opened.findings()).read());
    }

    private static AssetReader asset(Opened opened) {
        return new AssetReader(opened.keys(), opened.folder(), opened.findings());
    }

    private void open(String yaml, Consumer<Opened> reader) {
        var opened = Workplace.value(Opened.of(new YamlText("file.yml", folder, yaml), Overrides.NONE));
        reader.accept(opened);
        opened.findings().asked().forEach((path, keys) -> keys.forEach(key -> asked.add(general(path, key))));
    }

    /** A list's place and a user's own name stand for all of them. */
    private static String general(String path, String key) {
        var place = path.isEmpty() ? key : path + "." + key;
        return place.replaceAll("\\[\\d+]", "[]").replace("collections.request", "collections.<name>");
    }

    private static Set<String> told(String table) {
        return Likeness.rows().stream()
                .filter(row -> row.table().equals(table))
                .map(Likeness.Row::what)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
