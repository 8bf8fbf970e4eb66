package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.control.Answer;
import dev.sluice.control.Fleet;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Body;
import dev.sluice.control.Invocation.Field;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Sample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.ImageSubstitution;
import dev.sluice.engine.docker.DockerPresence;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.Manifests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that a server of their image's serves, from the file that says so to the answer that a client gets. */
class DockerOwnServersTest {

    /** As the cloud's examples have it, but for the folder. */
    private static final String TRITON = """
            $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json
            name: blue
            endpoint_name: diabetes
            model:
              name: sample-net
              version: 3
              path: ./models
              type: triton_model
            instance_count: 1
            instance_type: Standard_DS1_v2
            readiness_probe: {initial_delay: 1, period: 1}
            liveness_probe: {initial_delay: 1, period: 1}
            """;

    private static final String CUSTOM = """
            $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json
            name: blue
            endpoint_name: diabetes
            model:
              name: net
              version: 3
              path: ./models
            model_mount_path: /var/own/mount
            environment_variables: {THRESHOLD: 0.5}
            environment:
              build:
                path: %s
              inference_config:
                liveness_route: {port: 8501, path: /live}
                readiness_route: {port: 8502, path: /ready}
                scoring_route: {port: 8080, path: /predict}
            instance_count: 1
            instance_type: Standard_DS1_v2
            readiness_probe: {initial_delay: 1, period: 1}
            liveness_probe: {initial_delay: 1, period: 1}
            """;

    private static final String TENSORS =
            "{\"inputs\": [{\"name\": \"INPUT0\", \"shape\": [2], \"datatype\": \"FP32\", \"data\": [1.5, 2]}]}";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));
    private final RuntimeOptions options = new RuntimeOptions();
    private RuntimeHost runtime;
    private Walk user;

    @BeforeAll
    static void an_engine_answers() {
        DockerPresence.failOrSkipWithout();
    }

    @AfterEach
    void the_runtime_ends() {
        if (runtime != null) {
            user.close();
            runtime.close();
        }
    }

    @Test
    void c2_a_triton_model_without_an_environment_serves_by_tritons_own_routes_and_errors() throws Exception {
        var version = Files.createDirectories(folder.resolve("models/twice/1"));
        Files.writeString(version.resolve("model.factor"), "2");
        var standIn = LocalImage.of("triton", folder.resolve("another-home"));
        options.substitutions = List.of(new ImageSubstitution("mcr.microsoft.com/azureml/*", standIn));

        var blue = bringUp(TRITON);

        assertThat(view(blue).environmentNote())
                .contains("tritonserver-inference")
                .contains(standIn);
        assertThat(bothProbesOf(blue)).allMatch(Fleet.Health.READY::equals);
        assertThat(logOf(blue))
                .contains("== Triton ==")
                .anyMatch(line -> line.endsWith("models: twice"))
                .as("the probes' routes, and no others")
                .anyMatch(line -> line.contains("GET /v2/health/live"))
                .anyMatch(line -> line.contains("GET /v2/health/ready"))
                .noneMatch(line -> line.contains("GET / "));

        var scored = invoke("/v2/models/twice/infer", TENSORS);
        assertThat(scored.status()).isEqualTo(200);
        assertThat(text(scored)).contains("\"model_name\": \"twice\"").contains("\"data\": [3.0, 4.0]");
        assertThat(scored.answeredBy()).isEqualTo("blue");

        var binary = new Field("Inference-Header-Content-Length", Integer.toString(TENSORS.length()));
        scored = invoke("/v2/models/twice/infer", TENSORS + "\0\1\2", binary);
        assertThat(text(scored)).contains("\"data\": [3.0, 4.0]");
        assertThat(scored.header("inference-header-content-length"))
                .as("what Triton's clients take its answer apart by")
                .isEqualTo(Integer.toString(text(scored).length()));

        var refused = invoke("/v2/models/thrice/infer", TENSORS);
        assertThat(refused.status()).isEqualTo(424);
        assertThat(refused.header("ms-azureml-model-error-statuscode")).isEqualTo("400");
        assertThat(text(refused)).isEqualTo("{\"error\": \"Request for unknown model: 'thrice' is not found\"}");
        assertThat(invoke("/score", TENSORS).header("ms-azureml-model-error-statuscode"))
                .as("Triton has no /score")
                .isEqualTo("404");
    }

    @Test
    void c2_c12_an_image_with_a_port_for_each_of_its_routes_is_probed_and_asked_there() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("models")).resolve("weights"), "a model");
        var image = Path.of("src/test/resources/engine/own-server").toAbsolutePath();

        var blue = bringUp(CUSTOM.formatted(image));

        assertThat(bothProbesOf(blue)).allMatch(Fleet.Health.READY::equals);
        assertThat(user.fleet().endpoints().get(0).scoringUri()).endsWith("/predict");
        var scored = invoke("/score?explain=yes", "{\"rows\": 2}");
        assertThat(scored.status()).isEqualTo(200);
        assertThat(text(scored))
                .contains("\"port\": 8080", "\"path\": \"/predict?explain=yes\"", "\"body\": \"{\\\"rows\\\": 2}\"")
                .contains("\"model_dir\": \"/var/own/mount/net/3\"", "\"models\": {\"models\": [\"weights\"]}")
                .contains("\"variable\": \"0.5\"");
        assertThat(scored.header("x-own-header")).isEqualTo("kept");
        assertThat(text(invoke("/predict", ""))).contains("\"port\": 8080", "\"path\": \"/predict\"");
        assertThat(text(invoke("/live", "")))
                .as("clients are let in by one door")
                .contains("\"port\": 8080");

        var failed = invoke("/score", "{}", new Field("X-Wanted-Status", "503"));
        assertThat(failed.status()).isEqualTo(424);
        assertThat(failed.header("ms-azureml-model-error-statuscode")).isEqualTo("503");
        assertThat(text(failed)).contains("\"path\": \"/predict\"");
        assertThat(invoke("/score", "{}", new Field("X-Wanted-Status", "201")).status())
                .as("what is not 200 is an error to the cloud")
                .isEqualTo(424);
    }

    private DeploymentId bringUp(String deployment) throws Exception {
        options.home = folder.resolve("home");
        options.engine = EngineChoice.docker;
        runtime = RuntimeHost.start(options, Clock.systemUTC());
        user = new Walk(runtime.control());
        user.accepted(runtime.control().createEndpoint(sample.endpoint()));
        var file = Files.writeString(folder.resolve("blue.yml"), deployment);
        assertThat(Manifests.read(file)).isInstanceOf(Decoded.Value.class);
        var spec = ((Manifest.DeploymentFile) ((Decoded.Value<Manifest>) Manifests.read(file)).value()).spec();
        user.accepted(runtime.control().createDeployment(spec, InitialTraffic.ALL));
        user.awaitReady(spec.id());
        return spec.id();
    }

    private Fleet.DeploymentView view(DeploymentId id) {
        return user.fleet().deployment(id).orElseThrow();
    }

    /** What each probe has found last, once both have been there. */
    private List<Fleet.Health> bothProbesOf(DeploymentId id) {
        await().atMost(PATIENCE)
                .until(() -> Stream.of(Fleet.Look.values())
                        .allMatch(look -> !probes(id, look).isEmpty()));
        return Stream.of(Fleet.Look.values())
                .map(look -> probes(id, look))
                .map(found -> found.get(found.size() - 1))
                .toList();
    }

    private List<Fleet.Health> probes(DeploymentId id, Fleet.Look look) {
        return view(id).instances().get(0).life().probes().stream()
                .filter(probing -> probing.look() == look)
                .map(Fleet.Probing::health)
                .toList();
    }

    private List<String> logOf(DeploymentId id) throws Exception {
        return runtime.control().log(id, 1000).toCompletableFuture().get(30, TimeUnit.SECONDS).stream()
                .map(line -> line.text())
                .toList();
    }

    private Answer invoke(String path, String body, Field... fields) throws Exception {
        var invocation = new Invocation(
                sample.endpoint().name(),
                new Target.ByTraffic(),
                new Head("POST", path, List.of(fields)),
                Body.Bytes.of(body));
        return runtime.control().invoke(invocation).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
