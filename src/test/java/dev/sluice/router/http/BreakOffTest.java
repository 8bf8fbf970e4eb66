package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.RequestSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An instance that closes after each byte of its answer in turn: the client hears 424 while nothing of the answer has
 * come to it, sees a break when some has, and never takes a part for the whole.
 */
class BreakOffTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    private final AtomicInteger cut = new AtomicInteger();
    private final Stage stage = new Stage();

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void of_an_answer_with_a_length() throws IOException {
        var whole = HEAD + "Content-Length: 5\r\n\r\nhello";
        cutEverywhere(whole, (at, client) -> {
            client.receiveHead();
            assertThat(client.readsUntilClosed()).isEqualTo(whole.substring(whole.indexOf("hello"), at));
        });
    }

    @Test
    void of_an_answer_in_chunks() throws IOException {
        cutEverywhere(
                HEAD + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 5\r\n\r\n",
                (at, client) -> {
                    client.receiveHead();
                    assertThat(client.readsUntilClosed()).doesNotContain("0\r\n");
                });
    }

    @Test
    void of_an_answer_that_ends_by_closing_only_the_head_shows() throws IOException {
        var whole = HEAD + "X: y\r\n\r\nhello";
        cutEverywhere(
                whole,
                (at, client) ->
                        assertThat(client.receive().body()).isEqualTo(whole.substring(whole.indexOf("hello"), at)));
    }

    private interface Check {
        void heard(int at, RawClient client) throws IOException;
    }

    private void cutEverywhere(String whole, Check inBody) throws IOException {
        var blue = new Origin("b", (request, line) -> {
            line.send(whole.substring(0, cut.get()));
            line.close();
        });
        stage.deploy("blue", new RequestSettings(Duration.ofSeconds(5), 4), blue)
                .traffic("blue", 100)
                .publish();
        int bodyFrom = whole.indexOf("\r\n\r\n") + 4;
        for (int at = 0; at < whole.length(); at++) {
            cut.set(at);
            try (var client = new RawClient(stage.router().port())) {
                client.send(RawClient.score("x"));
                if (at < bodyFrom) {
                    assertThat(client.receive().status()).as("cut at " + at).isEqualTo(424);
                } else {
                    inBody.heard(at, client);
                }
            }
        }
        assertThat(stage.route("blue").gate().inFlight()).isZero();
    }
}
