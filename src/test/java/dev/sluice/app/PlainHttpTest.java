package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlainHttpTest {

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void it_asks_without_having_got_tls_ready() throws Exception {
        var client = PlainHttp.client();

        assertThat(client.send(asking("http"), BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);
        assertThat(client.sslContext().getProtocol()).isEqualTo("none");
    }

    @Test
    void what_would_need_tls_fails_and_is_not_sent_in_clear() {
        assertThatThrownBy(() -> PlainHttp.client().send(asking("https"), BodyHandlers.discarding()))
                .hasStackTraceContaining("plain HTTP only");
    }

    private HttpRequest asking(String scheme) {
        return HttpRequest.newBuilder(URI.create(
                        scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .build();
    }
}
