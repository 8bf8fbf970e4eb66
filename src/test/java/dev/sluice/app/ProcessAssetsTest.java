package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.Inventory;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.Manifests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registered models and environments from the cloud's files, on real processes behind the real router. */
class ProcessAssetsTest {

    private static final EndpointName IRIS = new EndpointName("iris");
    private static final AssetId MODEL = new AssetId(AssetKind.MODEL, "weights", "1");

    /** Tells where the model is and what is in it. */
    private static final String SCORE = """
            import os


            def init():
                pass


            def run(data):
                model = os.environ["AZUREML_MODEL_DIR"]
                files = [os.path.relpath(os.path.join(at, name), model) for at, _, names in os.walk(model) for name in names]
                first = open(os.path.join(model, files[0])).read()
                return {"at": os.sep.join(model.split(os.sep)[-2:]), "files": files, "first": first}
            """;

    private static final String ENVIRONMENT = "name: plain\nversion: 1\nimage: python:3.12-slim\n";

    @TempDir
    private Path folder;

    private Path weights;

    @BeforeEach
    void a_user_has_the_clouds_files() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("code")).resolve("score.py"), SCORE);
        weights = Files.createDirectories(folder.resolve("models")).resolve("weights.json");
        Files.writeString(weights, "first");
        Files.writeString(folder.resolve("model.yml"), "name: weights\nversion: 1\npath: ./models\n");
        Files.writeString(folder.resolve("environment.yml"), ENVIRONMENT);
    }

    @Test
    void c2_e3_e4_n1_registered_and_inline_assets_serve_what_was_registered_and_outlive_the_endpoint()
            throws Exception {
        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.accepted(runtime.control().createEndpoint(EndpointSpec.managed(IRIS, AuthMode.KEY)));
            registered(runtime, "model.yml");
            registered(runtime, "environment.yml");
            var blue = deployment("blue", "azureml:weights@latest", "azureml:plain:1");
            var green = deployment("green", "{path: ./models/weights.json}", "{image: 'python:3.12-slim'}");
            user.accepted(runtime.control().createDeployment(blue, InitialTraffic.ALL));
            user.accepted(runtime.control().besideWhatRuns().createDeployment(green, InitialTraffic.NONE));
            user.awaitReady(blue.id());
            user.awaitReady(green.id());

            Files.writeString(weights, "edited");
            user.accepted(runtime.control().scale(blue.id(), 2));
            user.awaitReady(blue.id());

            assertThat(ask(runtime, blue.id()))
                    .contains("\"at\": \"weights/1\"", "models/weights.json", "\"first\": \"first\"");
            assertThat(ask(runtime, green.id()))
                    .containsPattern("\"at\": \"model-[0-9a-f]{12}/1\"")
                    .contains("\"files\": [\"weights.json\"]", "\"first\": \"first\"");
            assertThat(inventory(runtime).of(AssetKind.MODEL)).hasSize(2);
            assertThat(refused(runtime.control().createAsset(definition("model.yml"))))
                    .contains("never changes");

            user.accepted(runtime.control().deleteEndpoint(IRIS));
            await().until(() -> user.fleet().endpoints().isEmpty());
            assertThat(inventory(runtime).asset(MODEL).orElseThrow().usedBy()).isEmpty();
            registered(runtime.control().deleteAsset(MODEL));
        }
    }

    private RuntimeHost open() throws Exception {
        return ProcessRuntime.in(folder.resolve("home"));
    }

    private void registered(RuntimeHost runtime, String file) throws Exception {
        registered(runtime.control().createAsset(definition(file)));
    }

    private static void registered(CompletionStage<Outcome> command) throws Exception {
        assertThat(get(command)).isInstanceOf(Outcome.Registered.class);
    }

    private AssetDefinition definition(String file) {
        var read = ((Decoded.Value<Manifest>) Manifests.read(folder.resolve(file))).value();
        return read instanceof Manifest.ModelFile model
                ? model.model()
                : ((Manifest.EnvironmentFile) read).environment();
    }

    private DeploymentSpec deployment(String name, String model, String environment) {
        var yaml = "name: " + name + "\nendpoint_name: iris\nmodel: " + model + "\nenvironment: " + environment
                + "\ncode_configuration: {code: ./code, scoring_script: score.py}\n"
                + "instance_type: Standard_DS3_v2\ninstance_count: 1\n";
        var read = (Decoded.Value<Manifest.DeploymentFile>) Manifests.readDeployment(yaml, folder);
        return read.value().spec();
    }

    private static String refused(CompletionStage<Outcome> command) throws Exception {
        return ((Outcome.Refused) get(command)).problems().get(0).message();
    }

    private static Inventory inventory(RuntimeHost runtime) throws Exception {
        return get(runtime.control().assets());
    }

    private static String ask(RuntimeHost runtime, DeploymentId id) throws Exception {
        var invocation = new Invocation(
                IRIS, new Target.Pinned(id.deployment()), "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        var answer = get(runtime.control().invoke(invocation));
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
