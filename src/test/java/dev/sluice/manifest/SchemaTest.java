package dev.sluice.manifest;

import static dev.sluice.manifest.Workplace.DEPLOYMENT;
import static dev.sluice.manifest.Workplace.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped JSON Schemas say what the readers do: no key and no choice more or less. */
class SchemaTest {

    private static final String DEPLOYED =
            DEPLOYMENT.replace("  path: model.pkl\n", "  path: model.pkl\n  flavors: {}\n") + """
            request_settings: {request_timeout_ms: 1}
            scale_settings: {type: default}
            liveness_probe: {period: 1}
            readiness_probe: {period: 1}
            data_collector:
              collections: {request: {enabled: true, data: {name: n}}}
              request_logging: {capture_headers: [h]}
            """;

    private static final String ROUTES = "{liveness_route: {port: 1, path: /}, readiness_route: {port: 1, path: /},"
            + " scoring_route: {port: 1, path: /}}";

    private static final String ENVIRONMENT = "build: {path: docker}\ninference_config: " + ROUTES + "\n";

    private static final String ENDPOINT = """
            name: abc
            identity: {type: user_assigned, user_assigned_identities: [{resource_id: r}]}
            """;

    /** A file of each kind that goes into every level that there is. */
    enum Whole {
        MANAGED_ENDPOINT("managedOnlineEndpoint", ENDPOINT),
        KUBERNETES_ENDPOINT("kubernetesOnlineEndpoint", ENDPOINT + "compute: azureml:c\n"),
        MANAGED_DEPLOYMENT("managedOnlineDeployment", withEnvironment(DEPLOYED)),
        KUBERNETES_DEPLOYMENT(
                "kubernetesOnlineDeployment",
                withEnvironment(DEPLOYED).replace("{type: default}", "{type: target_utilization}")
                        + "type: kubernetes\nresources: {requests: {cpu: 1}, limits: {cpu: 1}}\n"),
        MODEL("model", "name: m\npath: model.pkl\n"),
        ENVIRONMENT_FILE("environment", "name: e\n" + ENVIRONMENT);

        private final String schema;
        private final String text;

        Whole(String schema, String text) {
            this.schema = schema;
            this.text = text;
        }

        private static String withEnvironment(String deployment) {
            return deployment.replaceAll(
                    "environment:\n(  .*\n)+",
                    "environment:\n  " + ENVIRONMENT.strip().replace("\n", "\n  ") + "\n");
        }
    }

    @TempDir
    Path folder;

    @BeforeEach
    void a_folder_with_files() {
        new Workplace(folder);
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_has_the_keys_that_its_reader_asks_for_and_no_others(Whole whole) {
        var asked = new TreeMap<String, Object>();
        opened(whole, Map.of()).findings().asked().forEach((path, keys) -> asked.put(general(path), keys));
        if (whole == Whole.MANAGED_ENDPOINT) {
            // Asked for because it would make it the other kind.
            opened(whole, Map.of()).findings().asked().get("").stream()
                    .filter(key -> !key.equals("compute"))
                    .collect(Collectors.collectingAndThen(Collectors.toSet(), keys -> asked.put("", keys)));
        }

        assertThat(asked).isEqualTo(new TreeMap<>(levels("", JsonSchema.shipped(whole.schema))));
    }

    @ParameterizedTest
    @EnumSource
    void a_schemas_choices_are_what_the_reader_takes(Whole whole) {
        choices(List.of(), JsonSchema.shipped(whole.schema)).forEach((path, values) -> {
            for (var value : values) {
                var problems = opened(whole, Map.of(path, value)).findings().problems();
                assertThat(problems)
                        .filteredOn(problem ->
                                problem.path().equals(path) && !problem.code().equals(Problem.Code.NOT_SUPPORTED))
                        .as(path + ": " + value)
                        .isEmpty();
            }
            assertThat(opened(whole, Map.of(path, "neither")).findings().problems())
                    .as(path)
                    .anySatisfy(problem -> assertThat(problem.path()).isEqualTo(path));
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_key_has_a_sentence_of_one_line(Whole whole) {
        levelsBelow(JsonSchema.shipped(whole.schema))
                .forEach(level -> assertThat(level.sentence()).matches("[^\\n]{5,120}\\."));
    }

    /** Read by the reader of its kind, with what it found; nothing is wrong with the file itself. */
    private Opened opened(Whole whole, Map<String, String> overrides) {
        var text = new YamlText("file.yml", folder, whole.text);
        var opened = Workplace.value(Opened.of(text, Overrides.of(overrides)));
        var read = switch (whole) {
            case MANAGED_ENDPOINT, KUBERNETES_ENDPOINT -> EndpointReader.read(opened.keys(), opened.findings());
            case MANAGED_DEPLOYMENT, KUBERNETES_DEPLOYMENT ->
                new DeploymentReader(opened.keys(), folder, opened.findings()).read();
            case MODEL -> new AssetReader(opened.keys(), folder, opened.findings()).model();
            case ENVIRONMENT_FILE -> new AssetReader(opened.keys(), folder, opened.findings()).environment();
        };
        assertThat(overrides.isEmpty() ? complaints(read) : "").isEmpty();
        return opened;
    }

    private static String general(String path) {
        return path.replaceAll("\\[\\d+]", "").replaceAll("collections\\.request", "collections.*");
    }

    private static Map<String, Object> levels(String path, JsonSchema level) {
        var levels = new TreeMap<String, Object>();
        var keys = level.keys();
        if (!keys.isEmpty()) {
            levels.put(path, keys.keySet());
        }
        keys.forEach((key, below) -> levels.putAll(levels(path.isEmpty() ? key : path + "." + key, below)));
        if (keys.isEmpty()) {
            level.below(List.of("*")).ifPresent(any -> levels.putAll(levels(path + ".*", any)));
        }
        return levels;
    }

    private static Map<String, List<String>> choices(List<String> path, JsonSchema level) {
        var choices = new TreeMap<String, List<String>>();
        if (!level.values().isEmpty()) {
            choices.put(String.join(".", path), level.values());
        }
        level.keys().forEach((key, below) -> choices.putAll(choices(longer(path, key), below)));
        return choices;
    }

    private static List<String> longer(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.addAll(Arrays.asList(key));
        return longer;
    }

    private static List<JsonSchema> levelsBelow(JsonSchema level) {
        var all = new ArrayList<JsonSchema>();
        level.keys().values().forEach(below -> {
            all.add(below);
            all.addAll(levelsBelow(below));
        });
        return all;
    }
}
