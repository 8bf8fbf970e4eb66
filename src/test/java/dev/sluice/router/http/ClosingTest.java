package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final Held held = new Held();

    @Test
    void closing_lets_requests_in_flight_end_and_turns_new_clients_away() throws Exception {
        try (var stage = new Stage()) {
            stage.deploy("blue", new Origin("b", held)).traffic("blue", 100).publish();
            var idle = stage.client();
            var busy = stage.client().send(RawClient.score("slow"));
            held.awaitHolding(1);
            int port = stage.router().port();
            var closing = new Thread(stage.router()::close);
            closing.start();
            assertThat(idle.isClosed()).isTrue();
            Awaitility.await()
                    .untilAsserted(() -> assertThatThrownBy(() -> new RawClient(port).close())
                            .isInstanceOf(ConnectException.class));
            held.release(1);
            var answer = busy.receive();
            assertThat(answer.body()).isEqualTo("slow");
            assertThat(answer.field("connection")).isEqualTo("close");
            closing.join();
        }
    }

    @Test
    void closing_cuts_what_does_not_end_in_time() throws IOException {
        try (var stage = new Stage(RouterSettings.DEFAULT.withDrainGrace(Duration.ofMillis(100)))) {
            stage.deploy("blue", new Origin("b", held)).traffic("blue", 100).publish();
            var stuck = stage.client().send(RawClient.score("for ever"));
            held.awaitHolding(1);
            stage.router().close();
            assertThat(stuck.isClosed()).isTrue();
            assertThat(stage.route("blue").gate().inFlight()).isZero();
            held.release(1);
        }
    }

    @Test
    void a_port_that_is_taken_is_said_so_with_a_way_out() throws IOException {
        try (var stage = new Stage()) {
            var same = RouterSettings.DEFAULT.withPort(stage.router().port());
            assertThatThrownBy(() -> new HttpRouter(same, System::nanoTime, () -> "id"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(Integer.toString(stage.router().port()))
                    .hasMessageContaining("another port");
        }
    }
}
