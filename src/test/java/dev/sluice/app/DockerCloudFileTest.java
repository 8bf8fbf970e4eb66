package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Sample;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.ImageSubstitution;
import dev.sluice.engine.docker.DockerPresence;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.Manifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment's file as it was sent to the cloud, unchanged, with an image that only the cloud has: in containers. */
class DockerCloudFileTest {

    private static final String DEPLOYMENT = """
            $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json
            name: blue
            endpoint_name: diabetes
            code_configuration:
              code: code
              scoring_script: score.py
            environment:
              image: mcr.microsoft.com/azureml/minimal-ubuntu22.04-py39-cpu-inference:latest
            instance_type: Standard_DS1_v2
            instance_count: 1
            data_collector:
              collections:
                model_inputs:
                  enabled: 'True'
            """;

    /** Reads the collections as the cloud's package azureml-ai-monitoring does. */
    private static final String SCRIPT = """
            import json, os

            def init():
                global collections
                with open(os.environ["AZUREML_MDC_CONFIG_PATH"]) as file:
                    collections = json.load(file)["collections"]

            def run(data):
                return {"rows": len(json.loads(data)["data"]), "collections": sorted(collections)}
            """;

    @TempDir
    private Path folder;

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));

    @BeforeAll
    static void an_engine_answers() {
        DockerPresence.failOrSkipWithout();
    }

    @Test
    void c6_a_file_with_an_image_of_the_clouds_serves_on_the_local_image_that_stands_in_for_it() throws Exception {
        var options = options();
        var python = LocalImage.of("environment", folder.resolve("another-home"));
        options.substitutions = List.of(new ImageSubstitution("mcr.microsoft.com/azureml/*", python));

        try (var runtime = RuntimeHost.start(options, Clock.systemUTC());
                var user = new Walk(runtime.control())) {
            user.accepted(runtime.control().createEndpoint(sample.endpoint()));
            var blue = deployment();
            user.accepted(runtime.control().createDeployment(blue, InitialTraffic.ALL));
            user.awaitReady(blue.id());

            assertThat(answer(runtime)).isEqualTo("{\"rows\": 2, \"collections\": [\"model_inputs\"]}");
        }
    }

    private RuntimeOptions options() {
        var options = new RuntimeOptions();
        options.home = folder.resolve("home");
        options.engine = EngineChoice.docker;
        return options;
    }

    private DeploymentSpec deployment() throws IOException {
        Files.createDirectories(folder.resolve("code"));
        Files.writeString(folder.resolve("code/score.py"), SCRIPT);
        var file = Files.writeString(folder.resolve("blue.yml"), DEPLOYMENT);
        assertThat(Manifests.read(file)).isInstanceOf(Decoded.Value.class);
        var read = ((Decoded.Value<Manifest>) Manifests.read(file)).value();
        return ((Manifest.DeploymentFile) read).spec();
    }

    private String answer(RuntimeHost runtime) throws Exception {
        var invocation = new Invocation(
                sample.endpoint().name(),
                new Target.ByTraffic(),
                "application/json",
                "{\"data\": [[1], [2]]}".getBytes(StandardCharsets.UTF_8));
        var answer = runtime.control().invoke(invocation).toCompletableFuture().get(30, TimeUnit.SECONDS);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
