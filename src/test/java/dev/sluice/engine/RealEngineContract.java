package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.assets.TreeCopy;
import dev.sluice.domain.LocalSize;
import dev.sluice.domain.Serving;
import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every engine that runs real Python promises besides. */
public abstract class RealEngineContract extends InstanceEngineContract {

    @Test
    void the_code_sees_the_variables_that_it_was_given() {
        start("answers", "blue-1", Map.of("THRESHOLD", "0.5 and a bit", "AZUREML_MODEL_DIR", "not for users to set"));
        var address = reachable("blue-1");

        assertThat(score(address, "{\"variable\": \"THRESHOLD\"}")).isEqualTo("\"0.5 and a bit\"");
        assertThat(score(address, "{\"variable\": \"AZUREML_MODEL_DIR\"}")).doesNotContain("not for users");
    }

    @Test
    void the_model_lies_under_its_own_name_in_the_model_folder() {
        start("answers", "blue-1");

        assertThat(score(reachable("blue-1"), "{\"read\": \"weights/model.txt\"}"))
                .isEqualTo("\"a model\"");
    }

    @Test
    void c3_a_script_in_a_sub_folder_has_that_folder_as_its_app_root() {
        var files = files("answers");
        var nested = new UnpackedFiles(files.app().getParent(), "answers/score.py", files.models());
        var spec = spec("answers", "blue-1", Map.of());
        done(engine.start(new InstanceSpec(spec.key(), spec.runsIn(), nested, Map.of(), new LocalSize(0.5, 512))));
        var address = reachable("blue-1");

        assertThat(score(address, "{}")).contains("beside the script");
        assertThat(score(address, "{\"variable\": \"AML_APP_ROOT\"}")).endsWith("/answers\"");
    }

    @Test
    void a_model_that_mlflow_saved_is_served_without_code() {
        start("blue-1", new Serving.Mlflow(), model("mlflow-linear"));

        assertThat(
                        score(
                                reachable("blue-1"),
                                "{\"input_data\": {\"columns\": [\"age\", \"visits\"], \"index\": [0], \"data\": [[50.5, 3]]}}"))
                .isEqualTo("[131.0]");
    }

    private void start(String name, Serving serving, UnpackedFiles files) {
        var spec = spec("answers", name, Map.of());
        done(engine.start(
                new InstanceSpec(spec.key(), spec.runsIn(), files, serving, Map.of(), new LocalSize(0.5, 512))));
    }

    /** As a deployment without code keeps the files of such a model. */
    private UnpackedFiles model(String name) {
        try {
            var app = Files.createDirectories(folder.resolve("none"));
            var kept = folder.resolve("models/" + name + "/1");
            TreeCopy.copy(Path.of("src/test/resources/models", name), kept.resolve(name));
            return new UnpackedFiles(app, "", kept);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void variables_of_this_program_are_none_of_the_codes_business() {
        start("answers", "blue-1");

        assertThat(score(reachable("blue-1"), "{\"variable\": \"SLUICE_TEST_SECRET\"}"))
                .isEqualTo("\"\"");
    }

    @Test
    void nobody_on_the_network_reaches_it() throws SocketException {
        start("answers", "blue-1");
        int port = reachable("blue-1").getPort();

        assertThat(NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress()))
                .noneMatch(address -> accepts(new InetSocketAddress(address, port)));
    }

    private static boolean accepts(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void no_secret_shows_in_a_process_list() {
        start("answers", "blue-1", Map.of("API_KEY", "hunter2-hunter2"));
        reachable("blue-1");

        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains("hunter2-hunter2"));
    }

    @Test
    void a_request_under_way_is_answered_before_the_instance_ends() throws Exception {
        var id = start("answers", "blue-1").id();
        var address = reachable("blue-1");
        var answer = CompletableFuture.supplyAsync(() -> score(address, "{\"pause\": 1}"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(done(engine.tail(id, 100))).anyMatch(line -> line.contains("pausing")));

        done(engine.stop(id, GRACE));

        assertThat(done(answer)).contains("hello");
    }

    @Test
    void one_that_will_not_end_is_ended_when_its_grace_is_over() {
        var id = start("answers", "blue-1").id();
        var address = reachable("blue-1");
        CompletableFuture.supplyAsync(() -> score(address, "{\"pause\": 600}"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(done(engine.tail(id, 100))).anyMatch(line -> line.contains("pausing")));

        done(engine.stop(id, Duration.ofMillis(300)));

        assertThat(listed(engine)).isEmpty();
        assertThat(get(address, "/")).startsWith("no answer");
    }
}
