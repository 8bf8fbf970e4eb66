package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.Job;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Sample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.engine.docker.DockerLine;
import dev.sluice.engine.docker.DockerPresence;
import dev.sluice.engine.docker.Gate;
import dev.sluice.engine.docker.Traces;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.Manifests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments whose image is being built when something comes between, in the whole runtime. */
class DockerBuildJobsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** In which a cancelled build is gone; what a loaded computer takes, not what people wait for. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private static final Path OWN_SERVER = Path.of("src/test/resources/engine/own-server");

    private static final String DEPLOYMENT = """
            name: %s
            endpoint_name: diabetes
            environment:
              build:
                path: %s
              inference_config:
                liveness_route: {port: 8501, path: /live}
                readiness_route: {port: 8502, path: /ready}
                scoring_route: {port: 8080, path: /predict}
            instance_type: Standard_DS1_v2
            instance_count: 1
            readiness_probe: {initial_delay: 1, period: 1}
            """;

    @TempDir
    private Path folder;

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));
    private Traces traces;
    private Gate gate;
    private DockerLine line;
    private RuntimeHost runtime;
    private Walk user;

    @BeforeAll
    static void an_engine_answers() {
        DockerPresence.failOrSkipWithout();
    }

    @BeforeEach
    void a_runtime_at_the_end_of_a_line_to_docker() throws Exception {
        traces = new Traces("build-jobs");
        gate = new Gate();
        line = DockerLine.in(folder);
        var options = new RuntimeOptions();
        options.home = folder.resolve("home");
        options.engine = EngineChoice.docker;
        options.environment = new HashMap<>(line.environment());
        options.environment.put("SLUICE_DOCKER_BUILD_NETWORK", "host"); // where the gate is
        runtime = RuntimeHost.start(options, Clock.systemUTC());
        user = new Walk(runtime.control());
        user.accepted(runtime.control().createEndpoint(sample.endpoint()));
    }

    @AfterEach
    void nothing_stays_behind() throws Exception {
        if (runtime != null) {
            user.close();
            runtime.close();
            line.close();
            gate.close();
            traces.close();
        }
    }

    @Test
    void an_engine_gone_in_mid_build_fails_the_job_with_what_to_do_and_a_retry_succeeds_once_it_is_back()
            throws Exception {
        var blue = created("blue", OWN_SERVER);
        user.awaitReady(blue);
        var serving = user.instances(blue);
        var green = created("green", contextThatWaits());
        gate.awaitArrival();
        line.cut();

        await().atMost(PATIENCE).until(() -> stateOf(green) instanceof DeploymentState.Failed);
        var problem = ((DeploymentState.Failed) stateOf(green)).problem();
        assertThat(problem.code()).isEqualTo(Problem.Code.ENGINE_UNAVAILABLE);
        var job = newestJob();
        assertThat(job.target()).isEqualTo(green);
        assertThat(((Job.Result.Failed) job.result()).why()).contains("Docker broke off in the middle of the build");
        assertThat(problem.remedy()).isEqualTo("see with `docker info` that it runs, then try again");
        assertThat(statusOfAnAnswer()).as("what serves goes on").isEqualTo(200);

        line.mend();
        gate.open();
        user.accepted(runtime.control().retry(job.id()));

        user.awaitReady(green);
        user.awaitReady(blue);
        assertThat(user.instances(blue)).isEqualTo(serving);
        assertThat(statusOfAnAnswer()).isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(traces.containers())
                        .as("green's instance, and no step of the first try")
                        .hasSize(1));
    }

    @Test
    void e6_cancelling_a_create_ends_its_build_leaves_nothing_over_and_it_can_be_created_again() throws Exception {
        var green = created("green", contextThatWaits());
        gate.awaitArrival();
        assertThat(traces.containers()).hasSize(1);
        assertThat(newestJob().steps()).last().extracting(Job.Step::phase).isEqualTo(Phase.ENVIRONMENT);

        user.accepted(runtime.control().cancel(newestJob().id()));

        await().atMost(AT_ONCE).untilAsserted(() -> {
            assertThat(traces.containers()).isEmpty();
            assertThat(traces.stepImages()).isEmpty();
        });
        await().atMost(PATIENCE).until(() -> user.fleet().deployment(green).isEmpty());

        gate.open();
        created("green", folder.resolve("context"));
        user.awaitReady(green);
        assertThat(statusOfAnAnswer()).isEqualTo(200);
    }

    /** That of a server; its last step is held up by the gate, and fails if it has what {@code .dockerignore} leaves out. */
    private Path contextThatWaits() throws Exception {
        var context = Files.createDirectories(folder.resolve("context"));
        Files.copy(OWN_SERVER.resolve("serve.py"), context.resolve("serve.py"));
        Files.writeString(context.resolve("secret.log"), "not for the image");
        Files.writeString(context.resolve(".dockerignore"), "*.log\n");
        Files.writeString(
                context.resolve("Dockerfile"),
                Files.readString(OWN_SERVER.resolve("Dockerfile"))
                        + traces.label()
                        + "COPY . /context/\nRUN test -e /context/serve.py && test ! -e /context/secret.log\n"
                        + gate.step());
        return context;
    }

    private DeploymentId created(String name, Path context) throws Exception {
        var file =
                Files.writeString(folder.resolve(name + ".yml"), DEPLOYMENT.formatted(name, context.toAbsolutePath()));
        assertThat(Manifests.read(file)).isInstanceOf(Decoded.Value.class);
        var spec = ((Manifest.DeploymentFile) ((Decoded.Value<Manifest>) Manifests.read(file)).value()).spec();
        user.accepted(runtime.control().besideWhatRuns().createDeployment(spec, InitialTraffic.ALL));
        return spec.id();
    }

    private DeploymentState stateOf(DeploymentId id) {
        return user.fleet().deployment(id).orElseThrow().state();
    }

    private Job newestJob() {
        return user.fleet().jobs().get(0);
    }

    private int statusOfAnAnswer() throws Exception {
        var invocation = new Invocation(
                sample.endpoint().name(),
                new Target.ByTraffic(),
                "application/json",
                "{}".getBytes(StandardCharsets.UTF_8));
        return runtime.control()
                .invoke(invocation)
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS)
                .status();
    }
}
