package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.RequestSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What could differ between the ways to sockets, on each that this machine has: ends, resets, and holding back. */
@ParameterizedClass
@MethodSource("transports")
class TransportTest {

    private static final RequestSettings PATIENT = new RequestSettings(Duration.ofSeconds(20), 64);
    private static final int TIMES = 30;

    private final Stage stage;

    TransportTest(Transport transport) {
        stage = new Stage(RouterSettings.DEFAULT.withEventLoops(1), transport, System::nanoTime);
    }

    static Stream<Transport> transports() {
        return Transport.available().stream();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void a_long_body_goes_through_whole_both_ways() throws IOException {
        blue((request, line) -> line.send(
                "HTTP/1.1 200 OK\r\nContent-Length: " + request.body().length() + "\r\n\r\n" + request.body()));
        var body = "0123456789abcdef".repeat(200_000);
        assertThat(stage.client().call(RawClient.score(body)).body()).isEqualTo(body);
    }

    @Test
    void the_end_of_an_answer_that_ends_by_closing_is_always_noticed() throws IOException {
        blue((request, line) -> {
            line.send("HTTP/1.1 200 OK\r\n\r\nuntil the end");
            line.close();
        });
        var client = stage.client();
        for (int i = 0; i < TIMES; i++) {
            assertThat(client.call(RawClient.score("x")).body()).isEqualTo("until the end");
        }
    }

    @Test
    void a_reset_in_the_middle_of_an_answer_is_always_noticed() throws IOException {
        blue((request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            line.reset();
        });
        for (int i = 0; i < TIMES; i++) {
            try (var client = new RawClient(stage.router().port())) {
                client.send(RawClient.score("x", "Connection: close"));
                assertThat(client.readsUntilClosed()).containsAnyOf("HTTP/1.1 200 OK", "HTTP/1.1 424 ");
            }
        }
    }

    @Test
    void a_client_that_goes_away_in_the_middle_of_its_body_is_always_noticed() throws IOException {
        blue((request, line) -> line.send(Origin.ok("never")));
        for (int i = 0; i < TIMES; i++) {
            var client = new RawClient(stage.router().port());
            client.send(RawClient.score("x").replace("Content-Length: 1", "Content-Length: 100"));
            awaitInFlight(1);
            client.close();
            awaitInFlight(0);
        }
    }

    private void awaitInFlight(int count) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> stage.route("blue").gate().inFlight() == count);
    }

    private void blue(Origin.Script script) {
        stage.deploy("blue", PATIENT, new Origin("b", script))
                .traffic("blue", 100)
                .publish();
    }
}
