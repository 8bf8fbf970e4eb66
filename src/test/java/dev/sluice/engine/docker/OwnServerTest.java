package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.LocalSize;
import dev.sluice.domain.Serving;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.ServingRoutes.Route;
import dev.sluice.engine.Instance.Spot;
import dev.sluice.engine.Instance.Status;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.InstanceKey;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that serve by themselves (reference 1.3, 1.5). Runs where a Docker engine answers, as {@link DockerEngineTest}. */
class OwnServerTest {

    private static final String IMAGE =
            Path.of("src/test/resources/engine/own-server").toAbsolutePath().toString();
    private static final ServingRoutes ROUTES =
            new ServingRoutes(new Route(8501, "/live"), new Route(8502, "/ready?deep"), new Route(8080, "/predict"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path home;
    private InstanceEngine engine;

    @BeforeEach
    void a_docker_engine() throws IOException {
        DockerPresence.failOrSkipWithout();
        home = Files.createDirectories(folder.resolve("home"));
        engine = open();
    }

    @AfterEach
    void nothing_stays_behind() {
        if (engine != null) {
            done(engine.list()).forEach(instance -> done(engine.stop(instance.id(), Duration.ZERO)));
            engine.close();
        }
    }

    @Test
    void its_own_command_answers_at_its_own_routes_and_sees_its_model_but_cannot_change_it() {
        start("Dockerfile", new Serving.OwnImage(ROUTES, "/var/tfserving-model-mount"));

        var reachable = reachable();
        assertThat(seen(reachable.liveness())).contains("\"port\": 8501", "\"path\": \"/live\"");
        assertThat(seen(reachable.readiness())).contains("\"port\": 8502", "\"path\": \"/ready?deep\"");
        assertThat(seen(reachable.scoring()))
                .contains("\"port\": 8080", "\"path\": \"/predict\"", "\"variable\": \"0.5\"")
                .contains("\"model_dir\": \"/var/tfserving-model-mount/iris/3\"")
                .contains("\"models\": {\"net\": [\"weights\"]}", "\"writes_models\": false")
                .as("privileges")
                .contains("\"root\": false", "\"capabilities\": \"0000000000000000\"", "\"writes_home\": true");
        try (var next = open()) {
            assertThat(done(next.list()).get(0).status())
                    .as("what the next run of the program finds")
                    .isEqualTo(reachable);
        }
    }

    @Test
    void it_runs_as_the_user_that_its_image_names() {
        start("Dockerfile.user", new Serving.OwnImage(ROUTES, ""));

        assertThat(seen(reachable().scoring())).contains("\"user\": 1,");
    }

    @Test
    void triton_gets_the_models_folder_for_its_repository_and_answers_at_its_own_routes() {
        start("Dockerfile", new Serving.Triton(Serving.TRITON, ""));

        var reachable = reachable();
        assertThat(reachable.liveness().path()).isEqualTo("/v2/health/live");
        assertThat(seen(reachable.scoring()))
                .contains("\"port\": 8000")
                .contains("\"model-repository\": \"/var/azureml-app/azureml-models/iris/3/net\"");
    }

    @Test
    void a_command_that_is_not_there_is_no_matter_of_python() throws IOException {
        var context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(
                context.resolve("Dockerfile"), "FROM debian:bookworm-slim\nCMD [\"sh\", \"-c\", \"nothing\"]\n");
        start(context.toString(), "Dockerfile", new Serving.OwnImage(ROUTES, ""));

        await().atMost(PATIENCE).until(() -> status() instanceof Status.Ended);
        assertThat(((Status.Ended) status()).reason())
                .contains("127", "the image's command")
                .doesNotContain("python");
    }

    private InstanceEngine open() {
        return ((DockerEngine.Connection.Connected)
                        DockerEngine.connect(home, System.getenv(), () -> ImageSubstitutions.NONE))
                .engine();
    }

    private void start(String dockerfile, Serving serving) {
        start(IMAGE, dockerfile, serving);
    }

    private void start(String context, String dockerfile, Serving serving) {
        var prepared = done(engine.prepare(new EnvironmentSource.Build(context, dockerfile), line -> {}));
        var key = new InstanceKey(
                new DeploymentId(new EndpointName("diabetes"), new DeploymentName("blue")), 7, "blue-1");
        done(engine.start(new InstanceSpec(
                key, prepared, files(), serving, Map.of("THRESHOLD", "0.5"), new LocalSize(0.5, 512))));
    }

    private UnpackedFiles files() {
        try {
            var app = Files.createDirectories(folder.resolve("app"));
            var net = Files.createDirectories(folder.resolve("models/iris/3/net"));
            Files.writeString(net.resolve("weights"), "a model");
            return new UnpackedFiles(app, "", folder.resolve("models/iris/3"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Status status() {
        return done(engine.list()).get(0).status();
    }

    private Status.Reachable reachable() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> status() instanceof Status.Reachable there
                        && !seen(there.scoring()).isEmpty());
        return (Status.Reachable) status();
    }

    private String seen(Spot spot) {
        var address = spot.address();
        var uri = URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + spot.path());
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .body();
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(120, TimeUnit.SECONDS).join();
    }
}
