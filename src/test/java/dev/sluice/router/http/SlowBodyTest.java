package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.RequestSettings;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A body that trickles is held to the deployment's {@code request_timeout_ms}; then the connection goes, too. */
class SlowBodyTest {

    private static final RequestSettings QUICK = new RequestSettings(Duration.ofMillis(400), 4);

    private final Origin blue = Origin.saying("B");
    private final Stage stage = new Stage(RouterSettings.DEFAULT.with(
            new RouterSettings.Clients(64, 1 << 20, 500, 2000, Duration.ofSeconds(30), Duration.ofMillis(500))));

    @BeforeEach
    void blueIsLive() {
        stage.deploy("blue", QUICK, blue).traffic("blue", 100).publish();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void a_body_that_trickles_is_408_when_the_request_has_lasted_long_enough_and_is_then_cut_off() throws IOException {
        var client = stage.client().send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 1000") + "\r\n");
        stage.own(new Trickle(client));
        assertThat(client.receive().status()).isEqualTo(408);
        assertThat(client.isClosed()).isTrue();
        assertThat(stage.route("blue").gate().inFlight()).isZero();
    }

    @Test
    void a_body_that_nobody_wants_and_that_trickles_is_cut_off_too() throws IOException {
        var client = stage.client().send(RawClient.head("POST /nowhere", "Content-Length: 1000") + "\r\n");
        stage.own(new Trickle(client));
        assertThat(client.receive().status()).isEqualTo(404);
        assertThat(client.isClosed()).isTrue();
    }

    /** A byte every 20 ms. */
    private static final class Trickle implements Closeable {
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

        Trickle(RawClient client) {
            thread.scheduleAtFixedRate(
                    () -> {
                        try {
                            client.send("x");
                        } catch (IOException closed) {
                            thread.shutdown();
                        }
                    },
                    0,
                    20,
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
