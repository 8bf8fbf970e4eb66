package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.RequestSettings;
import dev.sluice.router.Upstream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstanceFailureTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void when_an_instance_cannot_be_reached_another_of_the_same_deployment_answers() throws IOException {
        var alive = Origin.saying("alive");
        stage.deploy("blue", Stage.ROOMY, List.of(closedPort(), alive.upstream()))
                .traffic("blue", 100)
                .publish();
        stage.own(alive);
        var client = stage.client();
        for (int i = 0; i < 10; i++) {
            assertThat(client.call(RawClient.score("whole body")).body()).isEqualTo("alive");
        }
        assertThat(alive.received()).hasSize(10).allMatch(seen -> seen.body().equals("whole body"));
    }

    @Test
    void one_other_instance_is_tried_and_no_third() throws IOException {
        var alive = stage.own(Origin.saying("alive"));
        stage.deploy("blue", Stage.ROOMY, List.of(closedPort(), closedPort(), alive.upstream()))
                .traffic("blue", 100)
                .publish();
        var client = stage.client();
        var statuses = new TreeSet<Integer>();
        for (int i = 0; i < 12; i++) {
            statuses.add(client.call(RawClient.score("x")).status());
        }
        assertThat(statuses).containsExactly(200, 424);
    }

    @Test
    void when_no_instance_can_be_reached_it_is_424_not_ready_and_no_other_deployment_is_asked() throws IOException {
        var green = Origin.saying("green");
        stage.deploy("blue", Stage.ROOMY, List.of(closedPort(), closedPort(), closedPort()))
                .deploy("green", green)
                .traffic("blue", 100)
                .publish();
        var answer = stage.client().call(RawClient.score("x"));
        assertThat(answer.status()).isEqualTo(424);
        assertThat(answer.field("ms-azureml-model-error-reason")).isEqualTo("model_not_ready");
        assertThat(green.received()).isEmpty();
        assertThat(stage.route("blue").gate().inFlight()).isZero();
    }

    @Test
    void an_instance_that_hangs_up_without_an_answer_is_424_and_is_not_asked_again() throws IOException {
        var blue = live(new Origin("b", (request, line) -> line.reset()));
        var client = stage.client();
        var answer = client.call(RawClient.score("x"));
        assertThat(answer.status()).isEqualTo(424);
        assertThat(answer.field("ms-azureml-model-error-reason")).isEqualTo("model_error");
        assertThat(answer.field("ms-azureml-model-error-statuscode")).isEqualTo("502");
        assertThat(blue.received()).hasSize(1);
        assertThat(stage.measured("blue").live().serverErrors()).isEqualTo(1);
    }

    @Test
    void a_post_on_a_kept_connection_that_closes_is_not_sent_twice() throws IOException {
        var calls = new AtomicInteger();
        var blue = live(new Origin("b", (request, line) -> {
            if (calls.getAndIncrement() == 1) {
                line.close();
            } else {
                line.send(Origin.ok("fine"));
            }
        }));
        var client = stage.client();
        assertThat(client.call(RawClient.score("1")).status()).isEqualTo(200);
        assertThat(client.call(RawClient.score("2")).status()).isEqualTo(424);
        assertThat(client.call(RawClient.score("3")).status()).isEqualTo(200);
        assertThat(blue.received()).hasSize(3);
    }

    @Test
    void a_get_on_a_kept_connection_that_closes_is_sent_again_on_a_new_one() throws IOException {
        var calls = new AtomicInteger();
        var blue = live(new Origin("b", (request, line) -> {
            if (calls.getAndIncrement() == 1) {
                line.close();
            } else {
                line.send(Origin.ok("fine"));
            }
        }));
        var client = stage.client();
        for (int i = 0; i < 3; i++) {
            assertThat(client.call(RawClient.get("/endpoints/iris/" + i)).body())
                    .isEqualTo("fine");
        }
        assertThat(blue.received()).extracting(Message::target).containsExactly("/0", "/1", "/1", "/2");
        assertThat(blue.connections()).isEqualTo(2);
    }

    @Test
    void connections_to_an_instance_are_kept_and_used_again() throws IOException {
        var blue = live(Origin.saying("b"));
        var client = stage.client();
        for (int i = 0; i < 20; i++) {
            client.call(RawClient.score("x"));
        }
        assertThat(blue.connections()).isEqualTo(1);
    }

    @Test
    void an_answer_nobody_asked_for_is_never_taken_for_the_next_ones() throws IOException {
        live(new Origin("b", (request, line) -> line.send(Origin.ok(request.body()) + Origin.ok("poison"))));
        var client = stage.client();
        client.send(RawClient.score("1") + RawClient.score("2") + RawClient.score("3"));
        for (int i = 1; i <= 3; i++) {
            assertThat(client.receive().body()).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void what_an_instance_says_after_its_answer_is_never_the_start_of_the_next_one() throws IOException {
        var start = "HTTP/1.1 200 OK\r\nX-Poison: ";
        for (var method : new String[] {"HEAD", "GET"}) {
            live(new Origin(
                    "b",
                    (request, line) -> line.send(Origin.ok(
                                    method.equals("HEAD")
                                            ? ""
                                            : request.target().substring(1))
                            + start)));
            for (int i = 0; i < 5; i++) {
                var client = stage.client().send(RawClient.head(method + " /endpoints/iris/" + i) + "\r\n");
                var answer = client.receiveAnswerTo(method);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.all("x-poison")).isEmpty();
                assertThat(answer.body()).isEqualTo(method.equals("HEAD") ? "" : Integer.toString(i));
            }
        }
    }

    @Test
    void an_instances_own_words_for_its_status_stay_behind() throws IOException {
        live(new Origin("b", (request, line) -> line.send("HTTP/1.1 200 \u001b[31mred\r\nContent-Length: 0\r\n\r\n")));
        assertThat(stage.client().call(RawClient.score("x")).start()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void an_instance_that_says_it_will_close_is_not_asked_on_that_connection_again() throws IOException {
        var blue = live(new Origin("b", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nb");
            line.close();
        }));
        var client = stage.client();
        for (int i = 0; i < 5; i++) {
            assertThat(client.call(RawClient.score("x")).status()).isEqualTo(200);
        }
        assertThat(blue.connections()).isEqualTo(5);
    }

    @Test
    void what_is_not_http_is_424() throws IOException {
        for (var nonsense : new String[] {
            "SSH-2.0-OpenSSH\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
            "HTTP/1.0 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
            "HTTP/1.1 101 Switching Protocols\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nx",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, gzip\r\n\r\nx",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 abc\r\n\r\n"
        }) {
            live(new Origin("b", (request, line) -> line.send(nonsense)));
            assertThat(stage.client().call(RawClient.score("x")).status())
                    .as(nonsense)
                    .isEqualTo(424);
        }
    }

    @Test
    void a_restarted_instance_is_known_by_its_gate_not_by_its_address() throws IOException {
        var blue = live(Origin.saying("b"));
        stage.client().call(RawClient.score("x"));
        stage.deployAt("blue", blue.upstream().address().getPort()).publish();
        stage.client().call(RawClient.score("x"));
        assertThat(blue.connections()).isEqualTo(2);
    }

    private static Upstream closedPort() {
        try (var origin = Origin.saying("closed")) {
            return origin.upstream();
        }
    }

    private Origin live(Origin origin) {
        stage.deploy("blue", new RequestSettings(Duration.ofSeconds(5), 4), origin)
                .traffic("blue", 100)
                .publish();
        return origin;
    }
}
