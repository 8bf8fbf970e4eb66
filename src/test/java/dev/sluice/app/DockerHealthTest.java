package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Sample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState.Failed;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import dev.sluice.engine.docker.DockerPresence;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.Manifests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers in containers that are up and not well: what the probes make of them, on the runtime's own clock. */
class DockerHealthTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String DEPLOYMENT = """
            name: blue
            endpoint_name: diabetes
            environment:
              build:
                path: %s
                dockerfile_path: Dockerfile
              inference_config:
                liveness_route: {port: 8501, path: /live}
                readiness_route: {port: 8502, path: /ready}
                scoring_route: {port: 8080, path: /predict}
            environment_variables: {MOOD: %s}
            instance_type: Standard_DS1_v2
            instance_count: 1
            liveness_probe: {initial_delay: 1, period: 1, timeout: 1, failure_threshold: 3}
            readiness_probe: {initial_delay: 1, period: 1, timeout: 1, failure_threshold: %d}
            """;

    @TempDir
    private Path folder;

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));
    private RuntimeHost runtime;
    private Walk user;

    @BeforeAll
    static void an_engine_answers() {
        DockerPresence.failOrSkipWithout();
    }

    @BeforeEach
    void a_runtime_with_an_endpoint() throws Exception {
        var options = new RuntimeOptions();
        options.home = folder.resolve("home");
        options.engine = EngineChoice.docker;
        runtime = RuntimeHost.start(options, Clock.systemUTC());
        user = new Walk(runtime.control());
        user.accepted(runtime.control().createEndpoint(sample.endpoint()));
    }

    @AfterEach
    void it_ends() throws Exception {
        if (runtime != null) {
            user.close();
            runtime.close();
        }
    }

    @Test
    void c12_one_that_answers_but_is_never_ready_is_given_up_after_its_budget() throws Exception {
        var problem = failed(create("not ready", 15));

        assertThat(problem.code()).isEqualTo(Code.RESOURCE_NOT_READY);
        assertThat(problem.message()).contains("within 16 s").contains("it answered, but never with 200");
        assertThat(problem.remedy()).contains("readiness_probe.failure_threshold");
    }

    @Test
    void c12_one_that_never_listens_is_told_from_one_that_is_not_ready() throws Exception {
        var problem = failed(create("deaf", 2));

        assertThat(problem.code()).isEqualTo(Code.PORT_NEVER_OPENED);
        assertThat(problem.message()).contains("within 3 s").contains("never opened its port");
    }

    @Test
    void c12_one_whose_liveness_hangs_is_replaced() throws Exception {
        var blue = create("hanging", 100);
        await().atMost(PATIENCE)
                .until(() -> isThere(blue) && !user.instances(blue).isEmpty());
        var first = user.instances(blue).get(0);

        await().atMost(PATIENCE)
                .until(() -> isThere(blue)
                        && !user.instances(blue).isEmpty()
                        && !user.instances(blue).contains(first));
    }

    private DeploymentId create(String mood, int failures) throws Exception {
        var image = Path.of("src/test/resources/engine/own-server").toAbsolutePath();
        var file = Files.writeString(folder.resolve("blue.yml"), DEPLOYMENT.formatted(image, mood, failures));
        assertThat(Manifests.read(file)).isInstanceOf(Decoded.Value.class);
        var spec = ((Manifest.DeploymentFile) ((Decoded.Value<Manifest>) Manifests.read(file)).value()).spec();
        user.accepted(runtime.control().besideWhatRuns().createDeployment(spec, InitialTraffic.ALL));
        return spec.id();
    }

    private boolean isThere(DeploymentId id) {
        return user.fleet().deployment(id).isPresent();
    }

    private Problem failed(DeploymentId id) {
        await().atMost(PATIENCE)
                .until(() -> user.fleet()
                        .deployment(id)
                        .filter(view -> view.state() instanceof Failed)
                        .isPresent());
        return ((Failed) user.fleet().deployment(id).orElseThrow().state()).problem();
    }
}
