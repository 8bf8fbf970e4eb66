package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamingTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void chunks_go_through_both_ways_with_their_trailers() throws IOException {
        var blue = live(new Origin(
                "b",
                (request, line) -> line.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 5\r\n\r\n")));
        var answer = stage.client()
                .call(
                        RawClient.head("POST /endpoints/iris/score", "Transfer-Encoding: chunked")
                                + "\r\n2;ext=1\r\nab\r\n3\r\ncde\r\n0\r\nX-Check: 1\r\nContent-Length: 7\r\nAuthorization: x\r\n\r\n");
        assertThat(answer.body()).isEqualTo("abcde");
        assertThat(answer.trailers()).containsExactlyInAnyOrder("X-Sum: 5");
        assertThat(blue.received().get(0).body()).isEqualTo("abcde");
        assertThat(blue.received().get(0).trailers()).containsExactly("X-Check: 1");
    }

    @Test
    void each_event_of_a_stream_arrives_before_the_next_is_sent() throws IOException {
        var heard = new CountDownLatch(1);
        live(new Origin("b", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            line.send("9\r\ndata: 1\n\n\r\n");
            heard.await();
            line.send("9\r\ndata: 2\n\n\r\n0\r\n\r\n");
        }));
        var client = stage.client().send(RawClient.score("x"));
        assertThat(client.receiveHead().field("content-type")).isEqualTo("text/event-stream");
        assertThat(client.receiveChunk()).isEqualTo("data: 1\n\n");
        heard.countDown();
        assertThat(client.receiveChunk()).isEqualTo("data: 2\n\n");
    }

    @Test
    void the_body_reaches_the_instance_while_it_is_still_being_sent() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            liveAt(server.getLocalPort());
            var client = stage.client()
                    .send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 10") + "\r\nhalf-");
            try (var socket = server.accept()) {
                var in = socket.getInputStream();
                Message.readHead(in);
                assertThat(new String(in.readNBytes(5), StandardCharsets.US_ASCII))
                        .isEqualTo("half-");
                client.send("whole");
                assertThat(in.readNBytes(5)).hasSize(5);
                socket.getOutputStream().write(Origin.ok("done").getBytes());
                assertThat(client.receive().body()).isEqualTo("done");
            }
        }
    }

    @Test
    void an_answer_that_ends_by_closing_reaches_the_client_in_chunks() throws IOException {
        live(new Origin("b", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\n\r\nuntil the end");
            line.close();
        }));
        var client = stage.client();
        for (int i = 0; i < 2; i++) {
            var answer = client.call(RawClient.score("x"));
            assertThat(answer.field("transfer-encoding")).isEqualTo("chunked");
            assertThat(answer.body()).isEqualTo("until the end");
        }
    }

    @Test
    void an_old_client_gets_no_chunks_but_an_end() throws IOException {
        live(new Origin(
                "b",
                (request, line) ->
                        line.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")));
        var client = stage.client()
                .send("GET /endpoints/iris/score HTTP/1.0\r\nAuthorization: Bearer " + RawClient.KEY
                        + "\r\nConnection: keep-alive\r\n\r\n");
        var answer = client.receive();
        assertThat(answer.all("transfer-encoding")).isEmpty();
        assertThat(answer.field("connection")).isEqualTo("close");
        assertThat(answer.body()).isEqualTo("abc");
    }

    @Test
    void an_old_client_may_keep_its_connection_when_the_length_is_known() throws IOException {
        live(Origin.saying("abc"));
        var client = stage.client();
        for (int i = 0; i < 2; i++) {
            var answer = client.call("GET /endpoints/iris/score HTTP/1.0\r\nAuthorization: Bearer " + RawClient.KEY
                    + "\r\nConnection: keep-alive\r\n\r\n");
            assertThat(answer.field("connection")).isEqualTo("keep-alive");
            assertThat(answer.body()).isEqualTo("abc");
        }
    }

    @Test
    void a_client_that_asks_to_close_is_closed_after_its_answer() throws IOException {
        live(Origin.saying("abc"));
        var client = stage.client();
        assertThat(client.call(RawClient.score("x", "Connection: close")).field("connection"))
                .isEqualTo("close");
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void the_answer_to_head_has_a_length_but_no_body() throws IOException {
        live(new Origin("b", (request, line) -> line.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")));
        var client = stage.client();
        for (int i = 0; i < 2; i++) {
            var answer = client.send(RawClient.head("HEAD /endpoints/iris/") + "\r\n")
                    .receiveAnswerTo("HEAD");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.field("content-length")).isEqualTo("500");
        }
    }

    @Test
    void after_an_answer_to_head_that_closes_the_next_request_gets_a_new_connection() throws IOException {
        var blue = live(new Origin("b", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 500\r\n\r\n");
            line.close();
        }));
        var client = stage.client();
        client.send(RawClient.head("HEAD /endpoints/iris/") + "\r\n").receiveAnswerTo("HEAD");
        client.send(RawClient.head("HEAD /endpoints/iris/") + "\r\n").receiveAnswerTo("HEAD");
        assertThat(blue.connections()).isEqualTo(2);
        assertThat(blue.received()).hasSize(2);
    }

    @Test
    void pipelined_requests_are_answered_in_their_order() throws IOException {
        live(new Origin("b", (request, line) -> line.send(Origin.ok(request.body()))));
        var client = stage.client();
        var all = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            all.append(RawClient.score("request " + i));
        }
        client.send(all.toString());
        for (int i = 0; i < 300; i++) {
            assertThat(client.receive().body()).isEqualTo("request " + i);
        }
    }

    @Test
    void pipelined_requests_that_are_refused_on_the_spot_keep_their_order_too() throws IOException {
        var client = stage.client();
        client.send(RawClient.get("/nowhere").repeat(2000));
        for (int i = 0; i < 2000; i++) {
            assertThat(client.receive().status()).isEqualTo(404);
        }
    }

    @Test
    void who_expects_to_be_told_to_go_on_is_told_when_an_instance_is_there() throws IOException {
        var blue = live(Origin.saying("abc"));
        var client = stage.client()
                .send(RawClient.head("POST /endpoints/iris/score", "Expect: 100-continue", "Content-Length: 4")
                        + "\r\n");
        assertThat(client.receiveHead().status()).isEqualTo(100);
        assertThat(client.send("body").receive().body()).isEqualTo("abc");
        assertThat(blue.received().get(0).all("expect")).isEmpty();
        assertThat(client.call(RawClient.score("x")).status()).isEqualTo(200);
    }

    @Test
    void who_expects_to_be_told_to_go_on_and_is_refused_is_not_told_and_is_closed() throws IOException {
        live(Origin.saying("abc"));
        var client = stage.client()
                .send(RawClient.head(
                                "POST /endpoints/iris/score",
                                "Expect: 100-continue",
                                "Content-Length: 4",
                                "azureml-model-deployment: nobody")
                        + "\r\n");
        assertThat(client.receive().status()).isEqualTo(404);
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void interim_answers_of_the_instance_are_not_taken_for_the_answer() throws IOException {
        live(new Origin(
                "b",
                (request, line) -> line.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                        + Origin.ok("abc"))));
        assertThat(stage.client().call(RawClient.score("x")).body()).isEqualTo("abc");
    }

    @Test
    void an_early_answer_reaches_a_client_that_is_still_sending() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            liveAt(server.getLocalPort());
            var client = stage.client()
                    .send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 2000000") + "\r\nstart");
            try (var socket = server.accept()) {
                Message.readHead(socket.getInputStream());
                socket.getOutputStream().write("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno".getBytes());
                var answer = client.receive();
                assertThat(answer.status()).isEqualTo(424);
                assertThat(answer.field("ms-azureml-model-error-statuscode")).isEqualTo("413");
            }
        }
    }

    @Test
    void after_an_early_answer_a_short_rest_of_the_body_is_skipped_and_the_connection_goes_on() throws IOException {
        live(Origin.saying("abc"));
        var client = stage.client()
                .send(RawClient.head(
                                "POST /endpoints/iris/score", "Content-Length: 10", "azureml-model-deployment: nobody")
                        + "\r\nhalf-");
        assertThat(client.receive().status()).isEqualTo(404);
        assertThat(client.send("whole").call(RawClient.score("x")).body()).isEqualTo("abc");
    }

    @Test
    void a_client_that_does_not_read_holds_the_instance_back_instead_of_filling_memory() throws Exception {
        var written = new AtomicLong();
        live(new Origin("b", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
            var block = new byte[100_000];
            for (int i = 0; i < 1000; i++) {
                line.send(block);
                written.addAndGet(block.length);
            }
        }));
        var client = stage.client().send(RawClient.score("x"));
        long stuckAt = whenItStopsGrowing(written);
        assertThat(stuckAt).isLessThan(40_000_000);
        assertThat(client.receive().body()).hasSize(100_000_000);
    }

    @Test
    void an_instance_that_does_not_read_holds_the_client_back_instead_of_filling_memory() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            liveAt(server.getLocalPort());
            var client = stage.client()
                    .send(RawClient.head("POST /endpoints/iris/score", "Content-Length: 100000000") + "\r\n");
            var sent = new AtomicLong();
            var sender = new Thread(() -> sendBlocks(client, sent));
            sender.start();
            try (var socket = server.accept()) {
                assertThat(whenItStopsGrowing(sent)).isLessThan(40_000_000);
                var in = socket.getInputStream();
                Message.readHead(in);
                in.skipNBytes(100_000_000);
                socket.getOutputStream().write(Origin.ok("all").getBytes());
                assertThat(client.receive().body()).isEqualTo("all");
            }
            sender.join();
        }
    }

    static void sendBlocks(RawClient client, AtomicLong sent) {
        try {
            for (int i = 0; i < 1000; i++) {
                client.send(new byte[100_000]);
                sent.addAndGet(100_000);
            }
        } catch (IOException gone) {
            // The assertions tell.
        }
    }

    static long whenItStopsGrowing(AtomicLong counter) {
        var before = new AtomicLong(-1);
        await().pollInterval(200, TimeUnit.MILLISECONDS)
                .until(() -> counter.get() > 0 && before.getAndSet(counter.get()) == counter.get());
        return counter.get();
    }

    private Origin live(Origin origin) {
        stage.deploy("blue", origin).traffic("blue", 100).publish();
        return origin;
    }

    private void liveAt(int port) {
        stage.deployAt("blue", port).traffic("blue", 100).publish();
    }
}
