package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.home.Home;
import dev.sluice.router.Router;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

    @TempDir
    private Path folder;

    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private Home home;
    private Router router;

    @BeforeEach
    void a_router_is_there() {
        home = Home.open(folder).orElseThrow();
        router = Routers.open(home, 0);
    }

    @AfterEach
    void close() {
        router.close();
        home.close();
        loop.shutdownNow();
    }

    @Test
    void the_metrics_can_be_read_with_any_client() throws Exception {
        try (var metrics = open(0)) {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics.port() + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\nsluice_connections 0");
        }
    }

    @Test
    void the_port_of_last_time_is_taken_again() {
        int first;
        try (var metrics = open(0)) {
            first = metrics.port();
        }
        try (var metrics = open(0)) {
            assertThat(metrics.port()).isEqualTo(first);
        }
    }

    @Test
    void when_that_is_taken_there_is_another_which_is_kept_from_then_on() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(home.metricsPort(), String.valueOf(other.getLocalPort()));
            try (var metrics = open(0)) {
                assertThat(metrics.port()).isNotEqualTo(other.getLocalPort());
                assertThat(home.metricsPort()).hasContent(Integer.toString(metrics.port()));
            }
        }
    }

    @Test
    void a_port_that_was_asked_for_and_is_taken_is_an_error_that_names_it() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> open(other.getLocalPort()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + other.getLocalPort());
        }
    }

    private Metrics open(int port) {
        return new Metrics(home, port, router, Clock.systemUTC(), loop);
    }
}
