package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What is exported is taken elsewhere and says all that was read (reference O6, B7, C9). */
class ExportTest {

    private static final EndpointName ENDPOINT = new EndpointName("iris");

    private static final Set<String> WRITTEN_BY_THE_CLOUD = Set.of(
            "id",
            "resourceGroup",
            "kind",
            "location",
            "provisioning_state",
            "scoring_uri",
            "openapi_uri",
            "creation_context",
            "creation_context.created_by",
            "utc_time_created",
            "latest_version",
            "job_name");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<String, Schema> SHIPPED = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void a_folder_with_files() {
        new Workplace(folder);
    }

    @Test
    void o6_a_file_with_every_key_is_exported_with_every_key_and_exported_again_the_same() {
        for (var text : List.of(WholeFiles.MANAGED_ENDPOINT, WholeFiles.KUBERNETES_ENDPOINT)) {
            var written = write(read(text));
            assertThat(keys(written)).isEqualTo(usersKeys(text));
            assertThat(ManifestWriter.write(Workplace.value(Manifests.restoreEndpoint(written))))
                    .isEqualTo(written);
        }
        for (var text : List.of(WholeFiles.MANAGED_DEPLOYMENT, WholeFiles.KUBERNETES_DEPLOYMENT)) {
            var written = write(read(text));
            assertThat(keys(written)).isEqualTo(usersKeys(text));
            assertThat(ManifestWriter.write(Workplace.value(Manifests.restoreDeployment(written))))
                    .isEqualTo(written);
        }
        for (var text : List.of(WholeFiles.MODEL, WholeFiles.ENVIRONMENT, WholeFiles.ENVIRONMENT_OF_AN_IMAGE)) {
            var written = write(read(text));
            assertThat(keys(written)).isEqualTo(usersKeys(text));
            assertThat(write(read(written))).isEqualTo(written);
        }
    }

    @Test
    void o6_the_clouds_client_and_the_shipped_schemas_take_what_is_exported_of_a_file_with_every_key() {
        taken("ManagedOnlineEndpoint", write(read(WholeFiles.MANAGED_ENDPOINT)));
        taken("KubernetesOnlineEndpoint", write(read(WholeFiles.KUBERNETES_ENDPOINT)));
        taken("ManagedOnlineDeployment", write(read(WholeFiles.MANAGED_DEPLOYMENT)));
        taken("KubernetesOnlineDeployment", write(read(WholeFiles.KUBERNETES_DEPLOYMENT)));
        taken("Model", write(read(WholeFiles.MODEL)));
        taken("Environment", write(read(WholeFiles.ENVIRONMENT)));
        taken("Environment", write(read(WholeFiles.ENVIRONMENT_OF_AN_IMAGE)));
    }

    @Test
    void o6_the_clouds_client_and_the_shipped_schemas_take_an_endpoint_with_its_traffic() {
        var green = new DeploymentName("green");
        var routing = new Routing(TrafficSplit.allTo(new DeploymentName("blue")), Mirror.to(green, new Percent(10)));
        var endpoint = ((Manifest.EndpointFile) read(WholeFiles.MANAGED_ENDPOINT)).spec();

        taken("ManagedOnlineEndpoint", ManifestWriter.write(endpoint, routing));
    }

    @Test
    void o6_the_clouds_client_and_the_shipped_schemas_take_whatever_is_exported() {
        qt().withExamples(150).forAll(longs().all()).checkAssert(seed -> {
            var random = new RandomSpecs(seed);
            var endpoint = random.endpoint(ENDPOINT);
            taken(kind(endpoint.kind()) + "OnlineEndpoint", ManifestWriter.write(endpoint));
            var deployment = random.deployment(ENDPOINT, new DeploymentName("blue"));
            taken(kind(deployment.kind()) + "OnlineDeployment", ManifestWriter.write(deployment));
            taken("Model", ManifestWriter.write(random.model("m")));
            taken("Environment", ManifestWriter.write(random.environment("e")));
        });
    }

    @Test
    void the_checks_themselves_refuse_what_the_clouds_client_refuses() {
        var collected =
                "name: blue\nendpoint_name: iris\ninstance_type: t\ndata_collector: {collections: {request: %s}}\n";
        assertThat(CloudClient.complaints("ManagedOnlineDeploymentSchema", collected.formatted("{enabled: true}")))
                .containsExactly(".data_collector.collections.request.enabled: no Enum true false: true");
        assertThat(CloudClient.complaints("ManagedOnlineDeploymentSchema", collected.formatted("{data: d}")))
                .containsExactlyInAnyOrder(
                        ".data_collector.collections.request.enabled: missing data for required field",
                        ".data_collector.collections.request.data: no object of DataAssetSchema");
        assertThat(CloudClient.complaints(
                        "ManagedOnlineDeploymentSchema", collected.formatted("{enabled: 'true', data: {version: 1}}")))
                .containsExactly(".data_collector.collections.request.data.version: no Str: 1");
        assertThat(CloudClient.complaints("ModelSchema", "name: m\nnmae: n\nversion: 1\n"))
                .containsExactly(".nmae: unknown field");
    }

    private static String write(Manifest manifest) {
        if (manifest instanceof Manifest.EndpointFile endpoint) {
            return ManifestWriter.write(endpoint.spec());
        } else if (manifest instanceof Manifest.DeploymentFile deployment) {
            return ManifestWriter.write(deployment.spec());
        }
        return manifest instanceof Manifest.ModelFile model
                ? ManifestWriter.write(model.model())
                : ManifestWriter.write(((Manifest.EnvironmentFile) manifest).environment());
    }

    private Manifest read(String text) {
        return Workplace.value(Manifests.read(text, folder, "file.yml"));
    }

    private static Set<String> usersKeys(String yaml) {
        var keys = keys(yaml);
        keys.removeAll(WRITTEN_BY_THE_CLOUD);
        return keys;
    }

    /** The path of each key of a text. */
    private static Set<String> keys(String yaml) {
        var keys = new TreeSet<String>();
        gather("", new Yaml().load(yaml), keys);
        return keys;
    }

    private static void gather(String path, Object value, Set<String> keys) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> {
                var there = path.isEmpty() ? String.valueOf(key) : path + "." + key;
                keys.add(there);
                gather(there, below, keys);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(item -> gather(path + "[]", item, keys));
        }
    }

    private static String kind(EndpointKind kind) {
        return kind == EndpointKind.MANAGED ? "Managed" : "Kubernetes";
    }

    private static void taken(String schema, String yaml) {
        assertThat(CloudClient.complaints(schema + "Schema", yaml)).as(yaml).isEmpty();
        // They propose one spelling of a word; what a user has written in another case is written so again.
        var spelled = Pattern.compile("(?m): (Linux|TargetUtilization|Enabled)$")
                .matcher(yaml)
                .replaceAll(word -> ": " + Spelling.snakeCase(word.group(1)));
        assertThat(shipped(schema).validate(json(spelled), InputFormat.JSON))
                .as(yaml)
                .isEmpty();
    }

    private static Schema shipped(String name) {
        return SHIPPED.computeIfAbsent(name, kind -> {
            var file = "/schemas/" + kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1) + ".schema.json";
            try (var schema = ExportTest.class.getResourceAsStream(file)) {
                return REGISTRY.getSchema(Objects.requireNonNull(schema));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String json(String yaml) {
        try {
            return new JsonMapper().writeValueAsString(new Yaml().<Object>load(yaml));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
