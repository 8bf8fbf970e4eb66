package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must be refused, so that no instance ever reads a request otherwise than the router does (peers 6.3). */
class FramingTest {

    private static final String AUTH = "Authorization: Bearer " + RawClient.KEY + "\r\n";
    private static final String HOST = "Host: 127.0.0.1\r\n";

    private final Origin blue = Origin.saying("B");
    private final Stage stage = new Stage(RouterSettings.DEFAULT.with(
            new RouterSettings.Clients(4, 1000, 500, 2000, Duration.ofMillis(600), Duration.ofMillis(300))));

    @BeforeEach
    void blueIsLive() {
        stage.deploy("blue", blue).traffic("blue", 100).publish();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void content_length_beside_chunked_is_refused() throws IOException {
        assertRefused(400, post(HOST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n");
        assertRefused(400, post(HOST + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n");
    }

    @Test
    void two_lengths_are_refused_even_if_they_agree() throws IOException {
        assertRefused(400, post(HOST + "Content-Length: 1\r\nContent-Length: 2\r\n") + "x");
        assertRefused(400, post(HOST + "Content-Length: 1\r\nContent-Length: 1\r\n") + "x");
        assertRefused(400, post(HOST + "Content-Length: 1, 1\r\n") + "x");
    }

    @Test
    void two_lengths_are_refused_also_from_an_old_client() throws IOException {
        for (var lengths : new String[] {
            "Content-Length: 1\r\nContent-Length: 2", "Content-Length: 1\r\ncontent-length: 1", "Content-Length: 1, 1"
        }) {
            assertRefused(400, "POST /endpoints/iris/score HTTP/1.0\r\n" + AUTH + lengths + "\r\n\r\nxx");
        }
    }

    @Test
    void a_length_that_is_not_plain_digits_is_refused() throws IOException {
        for (var length : new String[] {"+1", "-1", "0x1", "1 1", "", "99999999999999999999"}) {
            assertRefused(400, post(HOST + "Content-Length: " + length + "\r\n") + "x");
        }
    }

    @Test
    void obfuscated_transfer_encodings_are_refused() throws IOException {
        for (var encoding : new String[] {
            "xchunked",
            "chunked,",
            ",chunked",
            "chunked, chunked",
            "chunked\u00a0",
            "\u000bchunked",
            "chunk\u00e9d",
            "'chunked'",
            "chunked\0",
            "chunked\rX: a",
            "\r\n chunked",
            "chunked, identity",
            "identity",
            "gzip, chunked",
            "\"chunked\"",
            "chunked;a=b",
            "chunked\u000b",
            ""
        }) {
            assertRefused(400, post(HOST + "Transfer-Encoding: " + encoding + "\r\n") + "0\r\n\r\n");
        }
        for (var field : new String[] {
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding\t: chunked",
            " Transfer-Encoding: chunked",
            "Transfer-Encoding\0: chunked",
            "Transfer-Encoding\u000b: chunked",
            "X: a\nTransfer-Encoding: chunked",
            "X: a\rTransfer-Encoding: chunked"
        }) {
            assertRefused(400, post(HOST + field + "\r\n") + "0\r\n\r\n");
        }
    }

    @Test
    void chunked_from_an_old_client_is_refused() throws IOException {
        assertRefused(
                400, "POST /endpoints/iris/score HTTP/1.0\r\n" + AUTH + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    @Test
    void bare_line_feeds_are_refused() throws IOException {
        assertRefused(400, post(HOST).replace("\r\n", "\n"));
        assertRefused(400, post("Host: 127.0.0.1\nContent-Length: 0\r\n"));
    }

    @Test
    void a_bare_carriage_return_in_a_field_is_refused() throws IOException {
        assertRefused(400, post(HOST + "X: a\rb\r\n"));
    }

    @Test
    void a_folded_line_is_refused_also_when_it_comes_alone() throws IOException {
        assertRefused(400, post(HOST + "X: a\r\n b\r\n"));
        var client = stage.client().send("POST /endpoints/iris/score HTTP/1.1\r\n" + HOST + AUTH + "X: a\r\n");
        assertRefused(400, client, "\tTransfer-Encoding: chunked\r\n\r\n");
    }

    @Test
    void blanks_around_a_field_name_are_refused() throws IOException {
        assertRefused(400, post(HOST + "Content-Length : 0\r\n"));
        assertRefused(400, post(HOST + "Content-Length\t: 0\r\n"));
        assertRefused(400, post(" Content-Length: 0\r\n" + HOST));
    }

    @Test
    void names_and_values_with_other_forbidden_characters_are_refused() throws IOException {
        assertRefused(400, post(HOST + "X\0: a\r\n"));
        assertRefused(400, post(HOST + "X: a\0b\r\n"));
        assertRefused(400, post(HOST + ": a\r\n"));
        assertRefused(400, post(HOST + "no colon\r\n"));
    }

    @Test
    void the_host_must_be_there_once_and_be_a_host() throws IOException {
        assertRefused(400, post(""));
        assertRefused(400, post(HOST + HOST));
        assertRefused(400, post("Host: iris.localhost, other\r\n"));
        assertRefused(400, post("Host: me@127.0.0.1\r\n"));
    }

    @Test
    void an_absolute_target_must_agree_with_the_host() throws IOException {
        assertRefused(400, "POST http://elsewhere/score HTTP/1.1\r\n" + HOST + AUTH + "Content-Length: 0\r\n\r\n");
        var agreeing = "POST http://iris.localhost/score?q HTTP/1.1\r\nHost: iris.localhost\r\n" + AUTH
                + "Content-Length: 0\r\n\r\n";
        assertThat(stage.client().call(agreeing).status()).isEqualTo(200);
        assertThat(blue.received().get(0).target()).isEqualTo("/score?q");
    }

    @Test
    void an_absolute_target_of_another_scheme_or_without_a_host_is_refused() throws IOException {
        for (var target : new String[] {"https://127.0.0.1/x", "http:///x", "http://me@127.0.0.1/x", "127.0.0.1/x"}) {
            assertRefused(400, "POST " + target + " HTTP/1.1\r\n" + HOST + AUTH + "Content-Length: 0\r\n\r\n");
        }
        assertRefused(400, "POST http:///endpoints/iris/score HTTP/1.1\r\nHost:\r\n" + AUTH + "\r\n");
    }

    @Test
    void a_request_line_in_any_other_spelling_is_refused() throws IOException {
        for (var line : new String[] {
            "POST  /endpoints/iris/score HTTP/1.1\r\n",
            "POST /endpoints/iris/score  HTTP/1.1\r\n",
            "POST /endpoints/iris/score HTTP/1.1 \r\n",
            " POST /endpoints/iris/score HTTP/1.1\r\n",
            "POST\t/endpoints/iris/score HTTP/1.1\r\n",
            "POST /endpoints/iris/score\tHTTP/1.1\r\n",
            "POST\r/endpoints/iris/score HTTP/1.1\r\n",
            "POST /endpoints/iris/score\rHTTP/1.1\r\n",
            "POST\f/endpoints/iris/score\u000bHTTP/1.1\r\n",
            "POST /endpoints/iris/score HTTP/1.1\r\r\n",
            "POST /endpoints/iris/score hTTP/1.1\r\n"
        }) {
            assertRefused(400, line + HOST + AUTH + "Content-Length: 0\r\n\r\n");
        }
    }

    @Test
    void empty_lines_before_a_request_are_passed_over_but_not_bare_ones() throws IOException {
        var client = stage.client();
        assertThat(client.call("\r\n\r\n" + RawClient.score("x")).status()).isEqualTo(200);
        assertThat(client.send("\r").call("\n" + RawClient.score("x")).status()).isEqualTo(200);
        assertRefused(400, client, "\n" + RawClient.score("y"));
        assertRefused(400, "\r" + RawClient.score("y"));
        assertRefused(400, "\r\r\n" + RawClient.score("y"));
    }

    @Test
    void a_method_that_is_no_token_is_refused() throws IOException {
        for (var method : new String[] {"GE(T", "GET\0", "G\u00e9T", "\"GET\"", "GET:"}) {
            assertRefused(400, method + " /endpoints/iris/score HTTP/1.1\r\n" + HOST + AUTH + "\r\n");
        }
    }

    @Test
    void an_old_clients_request_without_a_host_gets_one_as_its_new_version_demands() throws IOException {
        var old = "GET /endpoints/iris/score HTTP/1.0\r\n" + AUTH + "\r\n";
        assertThat(stage.client().call(old).status()).isEqualTo(200);
        assertThat(blue.received().get(0).start()).endsWith("HTTP/1.1");
        assertThat(blue.received().get(0).field("host")).isEqualTo("localhost");
    }

    @Test
    void what_is_not_an_http_1_request_line_is_refused() throws IOException {
        assertRefused(400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertRefused(400, "GET /endpoints/iris/score HTTP/1.2\r\n" + HOST + "\r\n");
        assertRefused(400, "GET  /endpoints/iris/ x HTTP/1.1\r\n" + HOST + "\r\n");
        assertRefused(400, "CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + HOST + "\r\n");
        assertRefused(400, "GET /endpoints/iris/a#b HTTP/1.1\r\n" + HOST + "\r\n");
        assertRefused(400, "nonsense\r\n\r\n");
    }

    @Test
    void broken_chunks_are_refused_before_an_answer_has_begun() throws IOException {
        for (var chunk :
                new String[] {"zz\r\nx\r\n", "-1\r\nx\r\n", "fffffffffffffffff\r\nx\r\n", "1\r\nxxxx\r\n", "\r\n"}) {
            assertRefused(400, post(HOST + "Transfer-Encoding: chunked\r\n") + chunk);
        }
    }

    @Test
    void too_long_heads_are_431() throws IOException {
        assertRefused(431, post(HOST + "X: " + "a".repeat(3000) + "\r\n"));
        assertRefused(431, "GET /endpoints/iris/" + "a".repeat(600) + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertRefused(431, post(HOST + "X: a\r\n".repeat(1000)));
    }

    @Test
    void too_long_bodies_are_413_announced_or_not() throws IOException {
        var announced = stage.client().call(RawClient.score("x".repeat(1001)));
        assertThat(announced.status()).isEqualTo(413);
        assertThat(blue.received()).isEmpty();
        var chunk = "200\r\n" + "x".repeat(512) + "\r\n";
        var unannounced = stage.client().send(post(HOST + "Transfer-Encoding: chunked\r\n") + chunk + chunk);
        assertThat(unannounced.receive().status()).isEqualTo(413);
    }

    @Test
    void what_follows_a_refused_request_is_not_looked_at() throws IOException {
        assertRefused(400, post(HOST + HOST) + RawClient.score("smuggled"));
    }

    @Test
    void a_refusal_waits_for_the_answers_before_it() throws IOException {
        var client = stage.client().send(RawClient.score("x") + post(HOST + "X: a\r\n b\r\n"));
        assertThat(client.receive().status()).isEqualTo(200);
        assertThat(client.receive().status()).isEqualTo(400);
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void what_is_wrong_behind_answered_requests_does_not_take_their_answers_away() throws IOException {
        var broken = "Transfer-Encoding: chunked\r\n\r\nzz\r\n";
        var last = stage.client().send(RawClient.score("x", "Connection: close") + post(HOST + broken));
        assertThat(last.receive().status()).isEqualTo(200);
        assertThat(last.isClosed()).isTrue();
        var unwanted = "POST /nowhere HTTP/1.1\r\n" + HOST + AUTH + broken;
        var client = stage.client().send(RawClient.score("x") + unwanted);
        assertThat(client.receive().status()).isEqualTo(200);
        assertThat(client.receive().status()).isEqualTo(404);
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void a_head_that_trickles_in_too_slowly_is_cut_off() throws IOException {
        assertThat(stage.client()
                        .send("POST /endpoints/iris/score HTTP/1.1\r\nHo")
                        .isClosed())
                .isTrue();
    }

    @Test
    void a_connection_idle_between_requests_is_closed() throws IOException {
        var client = stage.client();
        assertThat(client.call(RawClient.score("x")).status()).isEqualTo(200);
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void hop_by_hop_fields_and_those_that_connection_names_are_not_passed_on() throws IOException {
        stage.client()
                .call(RawClient.score(
                        "x",
                        "Connection: keep-alive, X-Secret, content-length, host",
                        "X-Secret: 1",
                        "Keep-Alive: 5",
                        "TE: trailers",
                        "Upgrade: h2c",
                        "HTTP2-Settings: abc",
                        "Proxy-Connection: x",
                        "X-Kept: 2"));
        var seen = blue.received().get(0);
        assertThat(seen.fields())
                .noneMatch(
                        field -> field.matches("(?i)(connection|x-secret|keep-alive|te|upgrade|http2-.*|proxy-.*):.*"));
        assertThat(seen.field("x-kept")).isEqualTo("2");
        assertThat(seen.field("host")).isEqualTo("127.0.0.1");
        assertThat(seen.body()).isEqualTo("x");
    }

    @Test
    void hop_by_hop_fields_of_the_answer_are_not_passed_on_either() throws IOException {
        stage.deploy(
                        "blue",
                        new Origin(
                                "b",
                                (request, line) -> line.send("HTTP/1.1 200 OK\r\nConnection: x-hop\r\nX-Hop: 1\r\n"
                                        + "Keep-Alive: timeout=5\r\nX-Kept: 2\r\nContent-Length: 0\r\n\r\n")))
                .publish();
        var answer = stage.client().call(RawClient.score("x"));
        assertThat(answer.fields()).noneMatch(field -> field.matches("(?i)(connection|x-hop|keep-alive):.*"));
        assertThat(answer.field("x-kept")).isEqualTo("2");
    }

    private void assertRefused(int status, String request) throws IOException {
        assertRefused(status, stage.client(), request);
    }

    private void assertRefused(int status, RawClient client, String request) throws IOException {
        try (client) {
            var answer = client.call(request);
            assertThat(answer.status()).as(request).isEqualTo(status);
            assertThat(answer.field("connection")).isEqualTo("close");
            assertThat(client.isClosed()).as("closed after " + request).isTrue();
        }
        assertThat(blue.received())
                .as("what the model saw of " + request)
                .allMatch(seen -> seen.body().equals("x"));
    }

    private static String post(String fields) {
        return "POST /endpoints/iris/score HTTP/1.1\r\n" + fields + AUTH + "\r\n";
    }
}
