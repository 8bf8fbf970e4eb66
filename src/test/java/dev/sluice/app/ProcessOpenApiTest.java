package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.app.RuntimeOptions.PythonUse;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Sample;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment's description of itself, from a real process through the real router. */
class ProcessOpenApiTest {

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));

    @Test
    void o5_the_description_comes_in_each_of_the_three_versions_to_whoever_has_the_key() throws Exception {
        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.accepted(runtime.control().createEndpoint(sample.endpoint()));
            user.accepted(runtime.control().createDeployment(sample.blue(), InitialTraffic.ALL));
            user.awaitReady(sample.blue().id());
            var name = sample.endpoint().name();
            var address = user.fleet().endpoint(name).orElseThrow().scoringUri().replaceAll("/score$", "/swagger.json");
            var key = runtime.control()
                    .credentials(name)
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS)
                    .bearer()
                    .reveal();

            assertThat(described(address, key, "swagger")).isEqualTo("2.0");
            assertThat(described(address + "?version=2", key, "swagger")).isEqualTo("2.0");
            assertThat(described(address + "?version=3", key, "openapi")).startsWith("3.0");
            assertThat(described(address + "?version=3.1", key, "openapi")).startsWith("3.1");
            assertThat(asked(address + "?version=3", "another").statusCode()).isEqualTo(401);
        }
    }

    /** What a description says it is one of. */
    private String described(String address, String key, String version) throws Exception {
        var answer = asked(address, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var description = new JsonMapper().readTree(answer.body());
        assertThat(description.path("paths").has("/score")).as(answer.body()).isTrue();
        return description.path(version).asText();
    }

    private HttpResponse<String> asked(String address, String key) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + key)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private RuntimeHost open() throws Exception {
        return ProcessRuntime.in(folder.resolve("home"), PythonUse.host);
    }
}
