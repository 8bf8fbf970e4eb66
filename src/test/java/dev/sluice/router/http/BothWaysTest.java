package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Methods other than POST, and bodies that flow both ways at once or for long. */
class BothWaysTest {

    private static final int TOKENS = 300;

    private final Stage stage = new Stage();

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void options_reach_the_model_for_a_path_and_for_the_endpoint_as_a_whole() throws IOException {
        var blue = Origin.saying("B");
        stage.deploy("blue", blue).traffic("blue", 100).publish();
        var client = stage.client();
        client.call(RawClient.head("OPTIONS /endpoints/iris/score") + "\r\n");
        client.call(
                "OPTIONS * HTTP/1.1\r\nHost: iris.localhost\r\nAuthorization: Bearer " + RawClient.KEY + "\r\n\r\n");
        assertThat(blue.received())
                .extracting(Message::start)
                .containsExactly("OPTIONS /score HTTP/1.1", "OPTIONS * HTTP/1.1");
    }

    @Test
    void each_of_many_tokens_arrives_before_the_next_is_made() throws IOException {
        var heard = new Semaphore(0);
        stage.deploy("blue", new Origin("b", (request, line) -> {
                    line.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    for (int i = 0; i < TOKENS; i++) {
                        line.send("1\r\n" + (char) ('a' + i % 26) + "\r\n");
                        heard.acquire();
                    }
                    line.send("0\r\n\r\n");
                }))
                .traffic("blue", 100)
                .publish();
        var client = stage.client().send(RawClient.score("x"));
        client.receiveHead();
        for (int i = 0; i < TOKENS; i++) {
            assertThat(client.receiveChunk()).isEqualTo(Character.toString('a' + i % 26));
            heard.release();
        }
        assertThat(client.receiveChunk()).isEmpty();
    }

    @Test
    void an_answer_that_begins_before_the_body_has_ended_lets_both_go_on() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            stage.deployAt("blue", server.getLocalPort()).traffic("blue", 100).publish();
            var client = stage.client()
                    .send(RawClient.head("POST /endpoints/iris/score", "Transfer-Encoding: chunked")
                            + "\r\n3\r\none\r\n");
            try (var socket = server.accept()) {
                var in = socket.getInputStream();
                Message.readHead(in);
                assertThat(new String(in.readNBytes(8), StandardCharsets.US_ASCII))
                        .isEqualTo("3\r\none\r\n");
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nre\r\n".getBytes());
                assertThat(client.receiveHead().status()).isEqualTo(200);
                assertThat(client.receiveChunk()).isEqualTo("re");
                client.send("3\r\ntwo\r\n0\r\n\r\n");
                assertThat(new String(in.readNBytes(13), StandardCharsets.US_ASCII))
                        .isEqualTo("3\r\ntwo\r\n0\r\n\r\n");
                socket.getOutputStream().write("2\r\nst\r\n0\r\n\r\n".getBytes());
                assertThat(client.receiveChunk()).isEqualTo("st");
                assertThat(client.receiveChunk()).isEmpty();
            }
        }
    }

    @Test
    void an_early_end_of_the_answer_ends_the_connection_unless_the_rest_of_the_body_comes() throws IOException {
        stage.deploy("blue", Origin.saying("B")).traffic("blue", 100).publish();
        var refused = RawClient.head(
                "POST /endpoints/iris/score", "azureml-model-deployment: nobody", "Content-Length: 9000000");
        var client = stage.client().send(refused + "\r\n");
        assertThat(client.receive().status()).isEqualTo(404);
        try {
            client.send(new byte[2 << 20]);
        } catch (IOException cut) {
            // After a megabyte that nobody wants.
        }
        assertThat(client.isClosed()).isTrue();
    }
}
