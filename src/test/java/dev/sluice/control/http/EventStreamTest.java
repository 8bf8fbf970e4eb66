package dev.sluice.control.http;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RuntimeUnderTest;
import dev.sluice.control.http.json.Codec;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Secret;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.InstanceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of events, and readers of them that are slow, dead or too many. */
class EventStreamTest {

    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration NEVER = Duration.ofMinutes(10);

    private static final String LOG = "/v1/streams/log?endpoint=diabetes&deployment=blue&tail=1";

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();
    private RuntimeUnderTest runtime;
    private ControlServer server;
    private InstanceId instance;

    @BeforeEach
    void blue_is_up() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        instance = engine.list().toCompletableFuture().join().get(0).id();
        engine.logs(instance, "hello");
    }

    private void serve(int streams, Duration heartbeat, Duration patience) {
        server = ControlServer.open(
                runtime.control,
                new Secret("x"),
                0,
                new RemoteControlTest.Presence(),
                new Limits(256, streams, NEVER, NEVER, heartbeat, patience));
    }

    @AfterEach
    void end() throws Exception {
        server.close();
        runtime.close();
    }

    @Test
    void a_stream_begins_with_what_is_and_ends_with_the_server() throws Exception {
        serve(8, NEVER, NEVER);
        try (var reader = listen("/v1/streams/fleet")) {
            var lines = lines(reader);
            assertThat(next(lines, "data: ")).contains("\"diabetes\"");

            server.close();

            assertThat(lines.lines()).noneMatch(line -> line.startsWith("data: "));
        }
    }

    @Test
    void a_stream_of_pictures_tells_behind_them_which_commands_they_show() throws Exception {
        serve(8, NEVER, NEVER);
        try (var reader = listen("/v1/streams/assets")) {
            var lines = lines(reader);
            assertThat(next(lines, "data: ")).doesNotContain("sklearn");

            var answer = register("sklearn");

            assertThat(answer).contains("Sluice-Shown: 1\r\n");
            assertThat(next(lines, "data: ")).contains("sklearn");
            assertThat(next(lines, "id: ")).isEqualTo("id: 1");
        }
        try (var later = listen("/v1/streams/assets")) {
            var lines = lines(later);
            assertThat(next(lines, "data: ")).contains("sklearn");
            assertThat(next(lines, "id: ")).isEqualTo("id: 1");
        }
    }

    /** An environment, which has no files. */
    private String register(String name) throws IOException {
        var command = new Command.CreateAsset(new EnvironmentDefinition(
                name, "1", new EnvironmentSource.Image("image"), Labels.NONE, CloudKeys.NONE));
        var doorway = server.doorway();
        var call =
                Call.post("/v1/commands/create-asset", Map.of(), new Codec().write(command, Command.CreateAsset.class));
        try (var socket = new RawClient(doorway.address()).open()) {
            socket.getOutputStream().write(call.bytes(doorway).array());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_stream_without_news_shows_that_it_is_alive() throws Exception {
        serve(8, SOON, NEVER);
        try (var reader = listen("/v1/streams/assets")) {
            assertThat(next(lines(reader), ":")).isEqualTo(": alive");
        }
    }

    @Test
    void one_reader_too_many_is_told_so() throws Exception {
        serve(1, NEVER, NEVER);
        try (var first = listen("/v1/streams/fleet")) {
            next(lines(first), "data: ");
            try (var second = listen("/v1/streams/fleet")) {
                assertThat(lines(second).readLine()).startsWith("HTTP/1.1 503 ");
            }
        }
    }

    @Test
    void a_wrongly_named_subject_is_refused() throws Exception {
        serve(8, NEVER, NEVER);
        try (var reader = listen("/v1/streams/log?endpoint=diabetes&deployment=blue&tail=many")) {
            assertThat(lines(reader).readLine()).startsWith("HTTP/1.1 422 ");
        }
    }

    @Test
    void a_log_that_comes_faster_than_it_is_read_holds_nobody_up_and_says_how_much_is_left_out() throws Exception {
        serve(8, NEVER, NEVER);
        try (var reader = listen(LOG)) {
            var lines = lines(reader);
            next(lines, "data: ");
            flood();
            runtime.get(runtime.control.ping());

            next(lines, "event: left-out");
            assertThat(next(lines, "data: ")).matches("data: \\{\"count\":\\d+}");
        }
    }

    @Test
    void a_reader_that_takes_nothing_is_dropped() throws Exception {
        serve(8, NEVER, SOON);
        try (var reader = listen(LOG)) {
            next(lines(reader), "data: ");
            flood();

            await().until(() -> isCutOff(reader));
        }
    }

    /** Far more than the system keeps for a reader, and than waits for one here. */
    private void flood() {
        var line = "x".repeat(1_000);
        for (int i = 0; i < 2 * Mailbox.MOST_LINES + 20_000; i++) {
            engine.logs(instance, line);
        }
    }

    /** Only by writing is it seen without reading on. */
    private static boolean isCutOff(Socket reader) {
        try {
            reader.getOutputStream().write('\n');
            return false;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Socket listen(String target) throws IOException {
        var address = server.doorway().address();
        var socket = new RawClient(address).open();
        socket.getOutputStream()
                .write(("GET " + target + " HTTP/1.1\r\nHost: " + address.getAuthority()
                                + "\r\nAuthorization: Bearer x\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static BufferedReader lines(Socket reader) throws IOException {
        return new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader lines, String beginning) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IOException("the stream has ended before " + beginning);
    }
}
