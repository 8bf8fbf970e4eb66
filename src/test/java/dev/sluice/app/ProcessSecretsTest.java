package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.RuntimeOptions.PythonUse;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.http.Host;
import dev.sluice.demo.Sample;
import dev.sluice.home.RuntimeNote.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a rollout on real processes others of this computer and of its network get to see. */
class ProcessSecretsTest {

    private static final String SENT = "nobody-is-to-read-this-7f3a";

    private static final Host WINDOWLESS = new Host() {
        @Override
        public CompletionStage<Boolean> showWindow(String display) {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public void stop() {}
    };

    @TempDir
    private Path folder;

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));

    @Test
    void o7_keys_and_what_is_sent_stand_in_no_log_and_no_process_list_and_only_this_computer_is_listened_to()
            throws Exception {
        var home = folder.resolve("home");
        try (var runtime = ProcessRuntime.in(home, PythonUse.host);
                var user = new Walk(runtime.control())) {
            int controlPort = runtime.admit(Kind.SERVE, WINDOWLESS).address().getPort();
            user.accepted(runtime.control().createEndpoint(sample.endpoint()));
            user.accepted(runtime.control().createDeployment(sample.blue(), InitialTraffic.ALL));
            user.awaitReady(sample.blue().id());
            var keys = runtime.control()
                    .credentials(sample.endpoint().name())
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
            var key = keys.bearer().reveal();

            assertThat(score(user, key, sample.request())).isEqualTo(200);
            assertThat(score(user, key, "{\"" + SENT + "\": 1}"))
                    .as("what the script does not understand")
                    .isNotEqualTo(200);
            assertThat(score(user, SENT, sample.request())).as("a wrong key").isEqualTo(401);

            assertThat(filesWith(home, SENT)).as("files with what was sent").isEmpty();
            assertThat(filesWith(home, key)).as("files with the key").allMatch(ProcessSecretsTest::isDatabase);
            assertThat(ProcessHandle.current().descendants())
                    .isNotEmpty()
                    .noneMatch(
                            process -> process.info().commandLine().orElse("").contains(key));
            var ports = user.fleet().runtime();
            for (int port : List.of(ports.routerPort(), ports.metricsPort(), controlPort)) {
                assertThat(listens(InetAddress.getLoopbackAddress(), port)).isTrue();
                assertThat(addressesOfTheNetwork()).noneMatch(address -> listens(address, port));
            }
        }
    }

    private static int score(Walk user, String key, String body) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(user.fleet().endpoints().get(0).scoringUri()))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    /** Where keys are kept, in a folder that only its user can look into. */
    private static boolean isDatabase(Path file) {
        return file.getFileName().toString().startsWith("sluice.db");
    }

    private static List<Path> filesWith(Path folder, String text) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> new String(bytes(file), StandardCharsets.ISO_8859_1).contains(text))
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<InetAddress> addressesOfTheNetwork() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static boolean listens(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
