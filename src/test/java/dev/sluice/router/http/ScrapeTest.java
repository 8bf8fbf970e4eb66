package dev.sluice.router.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.RequestSettings;
import dev.sluice.exporter.Exposition;
import dev.sluice.exporter.LastMinute;
import dev.sluice.exporter.MetricsPage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real router has done, as a scraper sees it. */
class ScrapeTest {

    private final Stage stage = new Stage(RouterSettings.DEFAULT.withEventLoops(2));
    private final MetricsPage page = new MetricsPage(stage.router(), new LastMinute(stage.router(), Clock.systemUTC()));
    private final MetricsServer server = new MetricsServer(0, MetricsPage.CONTENT_TYPE, page::write);

    @AfterEach
    void close() throws IOException {
        server.close();
        stage.close();
    }

    @Test
    void what_was_sent_is_what_is_told() throws Exception {
        stage.deploy("blue", Origin.saying("B"))
                .deploy("green", Origin.saying("G"))
                .traffic("blue", 90, "green", 10)
                .publish();
        Load.start(stage.router().port(), 4, 50).await();
        stage.client().call(RawClient.score("x", "azureml-model-deployment: green"));
        stage.measured("blue");
        stage.measured("green");

        var told = scrape();
        assertThat(told.value("sluice_requests_total", ok("blue", "traffic"))).isEqualTo(180);
        assertThat(told.value("sluice_requests_total", ok("green", "traffic"))).isEqualTo(20);
        assertThat(told.value("sluice_requests_total", ok("green", "pinned"))).isEqualTo(1);
        assertThat(told.value("sluice_request_duration_seconds_count", durations("blue", "false")))
                .isEqualTo(180);
        assertThat(told.value("sluice_request_duration_seconds_count", durations("green", "false")))
                .isEqualTo(21);
        assertThat(told.value("sluice_body_bytes_total", bytes("request", "false")))
                .isEqualTo(201);
        assertThat(told.value("sluice_body_bytes_total", bytes("answer", "false")))
                .isEqualTo(201);
        assertThat(told.value("sluice_connections_accepted_total")).isEqualTo(5);
        assertThat(told.value("sluice_requests_in_flight", "endpoint", "iris", "deployment", "blue"))
                .isZero();
    }

    @Test
    void copies_are_never_counted_among_live_requests() throws Exception {
        stage.deploy("blue", Origin.saying("blue")).deploy("green", Origin.saying("green"));
        stage.traffic("blue", 100).mirror("green", 50).publish();
        Load.start(stage.router().port(), 1, 20).await();
        await().until(() -> stage.ledger().answered() == 10);
        stage.measured("blue");
        stage.measured("green");

        var told = scrape();
        assertThat(told.value("sluice_requests_total", ok("blue", "traffic"))).isEqualTo(20);
        assertThat(told.value("sluice_requests_total", ok("green", "mirrored"))).isEqualTo(10);
        assertThat(told.has("sluice_requests_total", ok("green", "traffic"))).isFalse();
        assertThat(told.value("sluice_request_duration_seconds_count", durations("green", "true")))
                .isEqualTo(10);
        assertThat(told.value("sluice_request_duration_seconds_count", durations("green", "false")))
                .isZero();
        assertThat(told.value("sluice_body_bytes_total", bytes("request", "true")))
                .isEqualTo(10);
        assertThat(told.value("sluice_body_bytes_total", bytes("answer", "true")))
                .isEqualTo(50);
        assertThat(told.value("sluice_mirror_copies_total", "endpoint", "iris", "outcome", "answered"))
                .isEqualTo(10);
    }

    @Test
    void each_failure_is_told_with_what_the_client_and_what_the_model_said() throws IOException {
        var failing = new Origin("B", (request, line) -> {
            switch (request.body()) {
                case "teapot" -> line.send("HTTP/1.1 418 Teapot\r\nContent-Length: 0\r\n\r\n");
                case "gone" -> line.close();
                default -> line.isClosedByPeer();
            }
        });
        stage.deploy("blue", new RequestSettings(Duration.ofMillis(200), 4), failing)
                .deploy("green")
                .traffic("blue", 100)
                .publish();
        stage.client().call(RawClient.score("teapot"));
        stage.client().call(RawClient.score("gone"));
        stage.client().call(RawClient.score("slow"));
        stage.client().call(RawClient.score("x", "azureml-model-deployment: green"));

        var told = scrape();
        assertThat(told.value("sluice_requests_total", ended("blue", "traffic", "424", "model_status", "418")))
                .isEqualTo(1);
        assertThat(told.value("sluice_requests_total", ended("blue", "traffic", "424", "model_status", "502")))
                .isEqualTo(1);
        assertThat(told.value("sluice_requests_total", ended("blue", "traffic", "408")))
                .isEqualTo(1);
        assertThat(told.value("sluice_requests_total", ended("green", "pinned", "424")))
                .as("not ready")
                .isEqualTo(1);
    }

    @Test
    void who_is_refused_at_the_door_is_counted_by_status() throws IOException {
        stage.deploy("blue", Origin.saying("B")).traffic().publish();
        stage.client().call("GET /endpoints/iris/score HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        stage.client().call(RawClient.score("x"));
        stage.client().call(RawClient.score("x", "azureml-model-deployment: red"));
        stage.client().call(RawClient.get("/endpoints/nobody/score"));

        var told = scrape();
        assertThat(told.value("sluice_requests_refused_total", "endpoint", "iris", "status", "401"))
                .isEqualTo(1);
        assertThat(told.value("sluice_requests_refused_total", "endpoint", "iris", "status", "404"))
                .isEqualTo(2);
        assertThat(told.mentions("endpoint", "nobody"))
                .as("what callers make up becomes no series")
                .isFalse();
    }

    @Test
    void scrapes_during_load_are_whole_grow_only_and_harm_nobody() throws Exception {
        stage.deploy("blue", Origin.saying("B"))
                .deploy("green", Origin.saying("G"))
                .traffic("blue", 100)
                .mirror("green", 50)
                .publish();
        var load = Load.start(stage.router().port(), 4);
        var before = scrape();
        for (int i = 0; i < 40; i++) {
            stage.measured("blue");
            stage.measured("green");
            var after = scrape();
            assertThat(after.hasGrownFrom(before)).isTrue();
            before = after;
        }
        int answered = load.answered();
        await().until(() -> load.answered() > answered + 50);
        var statuses = load.stop();
        assertThat(statuses).containsOnlyKeys(200);
        assertThat(scrape().value("sluice_requests_total", ok("blue", "traffic")))
                .isEqualTo(sum(statuses));
    }

    @Test
    void no_key_is_in_it() throws IOException {
        stage.deploy("blue", Origin.saying("B")).traffic("blue", 100).publish();
        stage.client().call(RawClient.score("x"));
        assertThat(new String(page.write(), UTF_8))
                .contains("blue")
                .doesNotContain(RawClient.KEY)
                .doesNotContain("the-secondary-key");
    }

    private Exposition scrape() throws IOException {
        try (var client = new RawClient(server.port())) {
            var answer = client.call("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(answer.status()).isEqualTo(200);
            return Exposition.of(answer.body().getBytes(UTF_8));
        }
    }

    private static String[] ok(String deployment, String kind) {
        return ended(deployment, kind, "200", "model_status", "200");
    }

    private static String[] ended(String deployment, String kind, String status, String... modelStatus) {
        var labels =
                new ArrayList<>(List.of("endpoint", "iris", "deployment", deployment, "kind", kind, "status", status));
        labels.addAll(List.of(modelStatus));
        return labels.toArray(String[]::new);
    }

    private static String[] durations(String deployment, String mirrored) {
        return new String[] {"endpoint", "iris", "deployment", deployment, "mirrored", mirrored};
    }

    private static String[] bytes(String direction, String mirrored) {
        return new String[] {"endpoint", "iris", "direction", direction, "mirrored", mirrored};
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
