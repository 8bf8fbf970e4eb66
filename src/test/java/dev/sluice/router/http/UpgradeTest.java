package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No protocol but HTTP/1 gets through. A WebSocket is refused, since nothing else could answer it. HTTP/2 is declined
 * as RFC 9110 (7.8) has it, by an answer in HTTP/1.1: Java's own client asks for it with each first request.
 */
class UpgradeTest {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";
    private static final String[] H2C = {
        "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"
    };

    private final Origin blue = Origin.saying("B");
    private final Stage stage = new Stage();

    @BeforeEach
    void blueIsLive() {
        stage.deploy("blue", blue).traffic("blue", 100).publish();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void a_web_socket_in_any_spelling_is_refused_unseen_by_the_instance_and_the_connection_goes_on()
            throws IOException {
        var client = stage.client();
        for (var upgrade : new String[] {"websocket", "WebSocket", "h2c, websocket", "h2c\r\nUpgrade: websocket"}) {
            var answer = client.call(RawClient.get("/endpoints/iris/ws", "Connection: Upgrade", "Upgrade: " + upgrade));
            assertThat(answer.status()).as(upgrade).isEqualTo(501);
        }
        assertThat(blue.received()).isEmpty();
        assertThat(client.call(RawClient.score("x")).status()).isEqualTo(200);
    }

    @Test
    void an_upgrade_to_http_2_is_declined_by_an_answer_in_http_1_and_the_instance_never_hears_of_it()
            throws IOException {
        var answer = stage.client().call(RawClient.score("x", H2C));
        assertThat(answer.start()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(answer.all("upgrade")).isEmpty();
        assertThat(answer.body()).isEqualTo("B");
        assertThat(blue.received().get(0).fields())
                .noneMatch(field -> field.matches("(?i)(connection|upgrade|http2-settings):.*"));
    }

    @Test
    void http_2_that_follows_a_declined_upgrade_is_refused() throws IOException {
        var client = stage.client().send(RawClient.score("x", H2C) + PREFACE);
        assertThat(client.receive().status()).isEqualTo(200);
        assertThat(client.receive().status()).isEqualTo(400);
        assertThat(client.readsUntilClosed()).isEmpty();
        assertThat(blue.received()).hasSize(1);
    }

    @Test
    void http_2_without_asking_is_refused_in_http_1() throws IOException {
        var client = stage.client();
        assertThat(client.call(PREFACE).start()).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(client.readsUntilClosed()).isEmpty();
        assertThat(blue.received()).isEmpty();
    }

    @Test
    void an_instance_that_switches_protocols_is_424() throws IOException {
        stage.deploy(
                        "blue",
                        new Origin(
                                "b",
                                (request, line) -> line.send("HTTP/1.1 101 Switching Protocols\r\n"
                                        + "Connection: upgrade\r\nUpgrade: h2c\r\n\r\n\0\0\0\4\0\0\0\0\0")))
                .publish();
        assertThat(stage.client().call(RawClient.score("x", H2C)).status()).isEqualTo(424);
    }

    @Test
    void javas_own_client_which_asks_for_http_2_is_answered() throws Exception {
        var uri = URI.create("http://127.0.0.1:" + stage.router().port() + "/endpoints/iris/score");
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + RawClient.KEY)
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
}
