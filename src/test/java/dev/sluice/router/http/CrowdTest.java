package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When all connections that there may be are open: who must go for whom. */
class CrowdTest {

    private static final int MOST = 4;

    private final Held held = new Held();
    private final Stage stage = new Stage(RouterSettings.DEFAULT
            .withEventLoops(1)
            .with(new RouterSettings.Clients(MOST, 1000, 500, 2000, Duration.ofSeconds(60), Duration.ofSeconds(60))));

    @BeforeEach
    void blueIsLive() {
        stage.deploy("blue", new Origin("b", held)).traffic("blue", 100).publish();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void newcomers_get_the_places_of_those_who_never_finished_a_head_and_nobody_else_notices() throws IOException {
        held.release(2 * MOST);
        var proven = stage.client();
        assertThat(proven.call(RawClient.score("x")).status()).isEqualTo(200);
        var slow = new ArrayList<RawClient>();
        for (int i = 1; i < MOST; i++) {
            slow.add(stage.client().send("POST /endpoints/iris/score HTTP/1.1\r\nHo"));
        }
        for (int i = 1; i < MOST; i++) {
            assertThat(stage.client().call(RawClient.score("x")).status()).isEqualTo(200);
        }
        for (var client : slow) {
            assertThat(client.isClosed()).isTrue();
        }
        assertThat(proven.call(RawClient.score("x")).status()).isEqualTo(200);
    }

    @Test
    void a_newcomer_gets_the_place_of_whoever_has_been_idle_longest() throws IOException {
        held.release(MOST + 1);
        var oldest = stage.client();
        for (int i = 0; i < MOST; i++) {
            var client = i == 0 ? oldest : stage.client();
            assertThat(client.call(RawClient.score("x")).status()).isEqualTo(200);
        }
        assertThat(stage.client().call(RawClient.score("x")).status()).isEqualTo(200);
        assertThat(oldest.isClosed()).isTrue();
    }

    @Test
    void nobody_who_waits_for_an_answer_goes() throws IOException {
        var waiting = new RawClient[MOST];
        for (int i = 0; i < MOST; i++) {
            waiting[i] = stage.client().send(RawClient.score("x"));
        }
        held.awaitHolding(MOST);
        assertThat(stage.client().isClosed()).isTrue();
        assertThat(stage.router().connections().refused()).isEqualTo(1);
        assertThat(stage.router().connections().accepted()).isEqualTo(MOST);
        held.release(MOST);
        for (var client : waiting) {
            assertThat(client.receive().status()).isEqualTo(200);
        }
    }
}
