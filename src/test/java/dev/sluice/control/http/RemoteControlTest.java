package dev.sluice.control.http;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.Fleet;
import dev.sluice.control.Inventory;
import dev.sluice.control.LogLine;
import dev.sluice.control.Resolution;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RuntimeUnderTest;
import dev.sluice.control.TrafficSample;
import dev.sluice.control.http.json.Codec;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Secret;
import dev.sluice.engine.FakeEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runtime in another process that ends, or is another one than before. */
class RemoteControlTest {

    private static final String ODD_PICTURE =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: news\ndata: {\"odd\":1}\n\n";

    private static final String PICTURES = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String APPLIED = answer("Sluice-Shown: 7\r\n", "{\"variant\":\"applied\",\"revision\":0}");
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();
    private final Presence presence = new Presence();
    private volatile Optional<Doorway> doorway = Optional.empty();
    private RuntimeUnderTest runtime;
    private ControlServer server;
    private RemoteControl remote;

    /** A host whose window is on display {@code :7}. */
    static final class Presence implements Host {

        final CompletableFuture<Void> stopped = new CompletableFuture<>();

        @Override
        public CompletionStage<Boolean> showWindow(String display) {
            return CompletableFuture.completedFuture(display.equals(":7"));
        }

        @Override
        public void stop() {
            stopped.complete(null);
        }
    }

    @BeforeEach
    void a_runtime_is_served() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        serve("first");
        remote = RemoteControl.at(() -> doorway);
    }

    private void serve(String secret) {
        server = ControlServer.open(runtime.control, new Secret(secret), 0, presence);
        doorway = Optional.of(server.doorway());
    }

    @AfterEach
    void end() throws Exception {
        remote.close();
        server.close();
        runtime.close();
    }

    @Test
    void while_no_runtime_is_up_everything_fails_at_once_and_says_how_to_start_one() {
        doorway = Optional.empty();

        assertThatThrownBy(() -> get(remote.ping()))
                .hasRootCauseMessage("No runtime is up; start it with ./sluice serve");
        assertThatThrownBy(() -> get(remote.deleteEndpoint(DIABETES))).hasMessageContaining("No runtime is up");
        assertThatThrownBy(() -> get(remote.credentials(DIABETES))).hasMessageContaining("No runtime is up");
    }

    @Test
    void a_runtime_that_has_ended_is_named_with_what_to_do() {
        server.close();

        assertThatThrownBy(() -> get(remote.ping()))
                .hasMessageContaining("The runtime at " + server.doorway().address() + " does not answer")
                .hasMessageContaining("start it with ./sluice serve");
    }

    @Test
    void a_runtime_that_breaks_off_is_told_from_one_that_has_not_heard() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deaf.setSoTimeout(10_000);
            doorway = Optional.of(
                    new Doorway(URI.create("http://127.0.0.1:" + deaf.getLocalPort()), new Secret("whatever")));
            var answer = remote.deleteEndpoint(DIABETES);
            deaf.accept().close();

            assertThatThrownBy(() -> get(answer)).hasMessageContaining("before you ask again");
        }
    }

    @Test
    void a_runtime_with_another_secret_is_not_ours() {
        doorway = Optional.of(new Doorway(server.doorway().address(), new Secret("of yesterday")));

        assertThatThrownBy(() -> get(remote.ping()))
                .hasMessageContaining("ask again")
                .hasMessageContaining("./sluice status");
    }

    @Test
    void a_command_that_the_old_runtime_has_not_heard_goes_to_the_new_one() throws Exception {
        get(remote.ping());
        server.close();
        serve("second");

        assertThat(get(remote.deleteEndpoint(DIABETES))).isInstanceOf(RolloutControl.Outcome.Applied.class);
    }

    @Test
    void what_is_watched_goes_on_with_the_next_runtime_and_nothing_of_before_is_told_twice() throws Exception {
        engine.startsAtOnce();
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        var pictures = new CopyOnWriteArrayList<Fleet>();
        var samples = new CopyOnWriteArrayList<TrafficSample>();
        var journal = new CopyOnWriteArrayList<Activity>();
        var log = new CopyOnWriteArrayList<LogLine>();
        var instance = engine.list().toCompletableFuture().join().get(0).id();
        engine.logs(instance, "one");
        remote.watch(pictures::add);
        remote.watchHistory(DIABETES, samples::add);
        remote.watchActivity(3, journal::add);
        remote.followLog(BLUE, 10, log::add);
        await().until(() -> !pictures.isEmpty() && !samples.isEmpty() && journal.size() == 3 && !log.isEmpty());
        int before = pictures.size();

        server.close();
        serve("second");

        await().until(() -> pictures.size() > before && log.size() >= 3);
        engine.logs(instance, "two");
        get(remote.because("after the break").deleteEndpoint(DIABETES));
        await().until(() ->
                journal.size() > 3 && log.stream().anyMatch(line -> line.text().equals("two")));
        assertThat(journal).extracting(Activity::number).doesNotHaveDuplicates().isSorted();
        assertThat(samples)
                .filteredOn(sample -> sample.resolution() == Resolution.SECOND)
                .extracting(TrafficSample::at)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(log).extracting(LogLine::text).containsSubsequence("one", "one", "two");
        assertThat(log.get(1).text()).contains("connection to the runtime was broken");
    }

    @Test
    void a_runtime_whose_pictures_are_not_understood_is_asked_ever_more_seldom() throws Exception {
        try (var strange = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            strange.setSoTimeout(10_000);
            doorway = Optional.of(
                    new Doorway(URI.create("http://127.0.0.1:" + strange.getLocalPort()), new Secret("whatever")));
            long began = System.nanoTime();
            remote.watch(picture -> {});
            for (int i = 0; i < 5; i++) {
                try (var asked = strange.accept()) {
                    asked.getOutputStream().write(ODD_PICTURE.getBytes(StandardCharsets.US_ASCII));
                    asked.getInputStream().readAllBytes();
                }
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(700));
        }
    }

    @Test
    void an_answer_waits_until_the_picture_shows_what_was_done_whether_or_not_a_revision_tells_it() throws Exception {
        var inventories = new CopyOnWriteArrayList<Inventory>();
        try (var slow = slow();
                var patient = RemoteControl.at(() -> doorway, Duration.ofHours(1))) {
            patient.watchAssets(inventories::add);
            try (var stream = asked(slow)) {
                tell(stream, PICTURES + picture() + "id: 6\n\n");
                var cancelled = patient.cancel(1);
                tellAndClose(asked(slow), APPLIED);
                untilHeard(patient, slow);
                assertThat(cancelled.toCompletableFuture()).isNotDone();

                tell(stream, picture() + "id: 7\n\n");

                assertThat(get(cancelled)).isEqualTo(new RolloutControl.Outcome.Applied(0));
                assertThat(inventories).hasSize(2);
            }
        }
    }

    @Test
    void an_answer_whose_picture_does_not_come_is_given_all_the_same() throws Exception {
        try (var slow = slow();
                var hasty = RemoteControl.at(() -> doorway, Duration.ofMillis(1))) {
            hasty.watchAssets(inventory -> {});
            try (var stream = asked(slow)) {
                tell(stream, PICTURES + picture() + "id: 6\n\n");
                var cancelled = hasty.cancel(1);
                tellAndClose(asked(slow), APPLIED);

                assertThat(get(cancelled)).isEqualTo(new RolloutControl.Outcome.Applied(0));
            }
        }
    }

    @Test
    void an_answer_that_waits_for_its_picture_is_given_when_the_control_is_closed() throws Exception {
        var patient = RemoteControl.at(() -> doorway, Duration.ofHours(1));
        try (var slow = slow()) {
            patient.watchAssets(inventory -> {});
            try (var stream = asked(slow)) {
                tell(stream, PICTURES + picture() + "id: 6\n\n");
                var cancelled = patient.cancel(1);
                tellAndClose(asked(slow), APPLIED);
                untilHeard(patient, slow);
                assertThat(cancelled.toCompletableFuture()).isNotDone();

                patient.close();

                assertThat(get(cancelled)).isEqualTo(new RolloutControl.Outcome.Applied(0));
            }
        }
    }

    /** The answer before may be read together with that to the first of two more questions, and not later. */
    private static void untilHeard(RemoteControl control, ServerSocket runtime) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            var ping = control.ping();
            tellAndClose(asked(runtime), answer("", ""));
            get(ping);
        }
    }

    /** A runtime that says what the test says, and when. */
    private ServerSocket slow() throws IOException {
        var slow = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        slow.setSoTimeout(10_000);
        doorway =
                Optional.of(new Doorway(URI.create("http://127.0.0.1:" + slow.getLocalPort()), new Secret("whatever")));
        return slow;
    }

    /** The next request, of which all is read: what is left unread when it is closed would take the answer along. */
    private static Socket asked(ServerSocket runtime) throws IOException {
        var caller = runtime.accept();
        caller.setSoTimeout(10_000);
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) next(caller));
        }
        var length = LENGTH.matcher(head);
        for (int left = length.find() ? Integer.parseInt(length.group(1)) : 0; left > 0; left--) {
            next(caller);
        }
        return caller;
    }

    private static int next(Socket caller) throws IOException {
        int read = caller.getInputStream().read();
        assertThat(read).as("before the request ends").isNotNegative();
        return read;
    }

    private static void tellAndClose(Socket caller, String answer) throws IOException {
        try (caller) {
            tell(caller, answer);
        }
    }

    private static String answer(String field, String json) {
        return "HTTP/1.1 200 OK\r\n" + field + "Content-Length: " + json.length() + "\r\n\r\n" + json;
    }

    private static String picture() {
        var json = new Codec().write(Inventory.EMPTY, Inventory.class);
        return "event: news\ndata: " + new String(json, StandardCharsets.UTF_8) + "\n\n";
    }

    private static void tell(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void what_a_question_got_wrong_is_said_in_the_runtimes_words() {
        assertThatThrownBy(() -> get(remote.credentials(new EndpointName("nowhere"))))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void a_runtime_whose_thread_has_ended_fails_and_refuses_nothing() {
        runtime.endLoop();

        assertThatThrownBy(() -> get(remote.deleteEndpoint(DIABETES))).hasMessageContaining("the runtime has ended");
    }

    @Test
    void the_window_and_the_end_are_asked_for() throws Exception {
        assertThat(get(remote.showWindow(":7"))).isTrue();
        assertThat(get(remote.showWindow(""))).isFalse();
        get(remote.stop());
        presence.stopped.get(10, TimeUnit.SECONDS);
    }

    @Test
    void after_its_end_it_fails_rather_than_waits() {
        remote.close();

        assertThatThrownBy(() -> get(remote.ping())).isInstanceOf(Exception.class);
    }

    @Test
    void only_a_command_line_or_a_console_speaks_from_another_process() {
        assertThatThrownBy(() -> remote.by(Actor.SYSTEM)).isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
