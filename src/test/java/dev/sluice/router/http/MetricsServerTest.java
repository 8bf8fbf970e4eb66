package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final AtomicInteger written = new AtomicInteger();
    private final MetricsServer server = new MetricsServer(0, TYPE, this::page);

    MetricsServerTest() {
        Leaks.watch();
    }

    @AfterEach
    void close() {
        server.close();
        Leaks.assertNone();
    }

    @Test
    void the_page_is_at_metrics() throws IOException {
        var answer = ask("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo(TYPE);
        assertThat(answer.body()).isEqualTo("page 1\n");
    }

    @Test
    void every_scrape_gets_a_page_of_its_own() throws IOException {
        get("127.0.0.1");
        assertThat(get("127.0.0.1").body()).isEqualTo("page 2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LocalHost:9090", "127.0.0.1:1"})
    void it_answers_under_the_names_of_this_computer(String host) throws IOException {
        assertThat(get(host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example:80",
                "127.0.0.1:80@evil.example",
                "localhost:",
                "10.0.0.1",
                ""
            })
    void a_browser_that_was_led_here_under_another_name_learns_nothing(String host) throws IOException {
        assertThat(get(host).status()).isEqualTo(403);
        assertThat(written).hasValue(0);
    }

    @Test
    void neither_no_host_nor_two_are_answered() throws IOException {
        assertThat(ask("GET /metrics HTTP/1.1\r\n\r\n").status()).isEqualTo(403);
        assertThat(ask("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void head_has_the_length_and_no_body() throws IOException {
        var head = client().send("HEAD /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .readsUntilClosed();
        assertThat(head)
                .startsWith("HTTP/1.1 200")
                .contains("content-length: 7")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void nothing_can_be_done_but_look(String method) throws IOException {
        var answer = ask(method + " /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.field("allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void there_is_nothing_elsewhere() throws IOException {
        assertThat(ask("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").status()).isEqualTo(404);
        assertThat(ask("GET /metrics/.. HTTP/1.1\r\nHost: localhost\r\n\r\n").status())
                .isEqualTo(404);
    }

    @Test
    void a_body_is_not_wanted() throws IOException {
        assertThat(ask("POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n12345")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void long_lines_and_long_headers_are_refused() throws IOException {
        assertThat(ask("GET /" + "x".repeat(2_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(ask("GET /metrics HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9_000) + "\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_connection_carries_one_request() throws IOException {
        var one = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
        assertThat(client().send(one.repeat(3)).readsUntilClosed()).containsOnlyOnce("HTTP/1.1 200");
        assertThat(written).hasValue(1);
    }

    @Test
    void idlers_are_bounded_and_make_room_when_they_leave() throws IOException {
        var idlers = new ArrayList<RawClient>();
        for (int i = 0; i < 16; i++) {
            idlers.add(client());
        }
        assertThat(client().isClosed()).as("one too many").isTrue();
        for (var idler : idlers) {
            idler.close();
        }
        await().untilAsserted(() -> assertThat(get("localhost").status()).isEqualTo(200));
    }

    @Test
    void who_says_nothing_is_cut_when_a_connection_has_lived_its_ten_seconds() throws IOException {
        assertThat(MetricsServer.LIFE).isEqualTo(Duration.ofSeconds(10));
        try (var brief = new MetricsServer(0, TYPE, this::page, Duration.ofMillis(200))) {
            var idler = new RawClient(brief.port());
            await().atMost(Duration.ofSeconds(15)).until(() -> isCut(idler));
        }
    }

    @Test
    void a_page_that_cannot_be_written_is_said_so() throws IOException {
        try (var broken = new MetricsServer(0, TYPE, () -> {
                    throw new IllegalStateException("no");
                });
                var client = new RawClient(broken.port())) {
            assertThat(client.call("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .status())
                    .isEqualTo(500);
        }
    }

    @Test
    void a_port_that_is_taken_is_named() {
        assertThatThrownBy(() -> new MetricsServer(server.port(), TYPE, this::page))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + server.port());
    }

    private byte[] page() {
        return ("page " + written.incrementAndGet() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Message get(String host) throws IOException {
        return ask("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }

    private Message ask(String request) throws IOException {
        try (var client = client()) {
            return client.send(request).receiveAnswerTo("GET");
        }
    }

    private RawClient client() throws IOException {
        return new RawClient(server.port());
    }

    private static boolean isCut(RawClient idler) throws IOException {
        try {
            return idler.isClosed();
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }
}
