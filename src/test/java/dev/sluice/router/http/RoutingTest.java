package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.metrics.Interval;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private final Origin blue = Origin.saying("B");
    private final Origin green = Origin.saying("G");
    private final Stage stage = new Stage();

    @BeforeEach
    void allToBlue() {
        stage.deploy("blue", blue).deploy("green", green).traffic("blue", 100).publish();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void both_spellings_of_an_address_reach_the_same_route() throws IOException {
        var client = stage.client();
        assertThat(client.call(RawClient.score("x")).body()).isEqualTo("B");
        assertThat(client.call("POST /score HTTP/1.1\r\nHost: IRIS.localhost:8080\r\nAuthorization: Bearer "
                                + RawClient.KEY + "\r\nContent-Length: 1\r\n\r\nx")
                        .body())
                .isEqualTo("B");
        assertThat(blue.received()).extracting(Message::target).containsExactly("/score", "/score");
    }

    @Test
    void other_paths_are_passed_on_with_their_query() throws IOException {
        stage.client().call(RawClient.get("/endpoints/iris/swagger.json?version=3"));
        stage.client().call(RawClient.get("/endpoints/iris?a=b"));
        assertThat(blue.received()).extracting(Message::target).containsExactly("/swagger.json?version=3", "/?a=b");
    }

    @Test
    void who_asks_is_told_where_the_time_went_and_nobody_else() throws IOException {
        var client = stage.client();
        assertThat(client.call(RawClient.score("x", "sluice-timing: 1")).field("server-timing"))
                .matches("queue;dur=\\d+\\.\\d{3}, model;dur=\\d+\\.\\d{3}");
        assertThat(client.call(RawClient.score("x")).all("server-timing")).isEmpty();
    }

    @Test
    void an_address_without_an_endpoint_is_404() throws IOException {
        assertThat(stage.client().call(RawClient.get("/score")).status()).isEqualTo(404);
    }

    @Test
    void the_header_beats_the_split_even_at_no_share_and_in_any_case() throws IOException {
        var answer = stage.client().call(RawClient.score("x", "AzureML-Model-Deployment: GREEN"));
        assertThat(answer.body()).isEqualTo("G");
        assertThat(answer.field("azureml-model-deployment")).isEqualTo("green");
    }

    @Test
    void a_name_that_no_deployment_has_or_could_have_is_404() throws IOException {
        for (var name : new String[] {"red", "", "???", "x".repeat(200)}) {
            assertThat(stage.client()
                            .call(RawClient.score("x", "azureml-model-deployment: " + name))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void who_names_two_deployments_gets_neither_also_when_they_are_the_same() throws IOException {
        for (var second : new String[] {"green", "blue"}) {
            assertThat(stage.client()
                            .call(RawClient.score(
                                    "x", "azureml-model-deployment: blue", "azureml-model-deployment: " + second))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(blue.received()).isEmpty();
        assertThat(green.received()).isEmpty();
    }

    @Test
    void a_shadow_answers_who_names_it() throws IOException {
        stage.mirror("green", 50).publish();
        var answer = stage.client().call(RawClient.score("x", "azureml-model-deployment: green"));
        assertThat(answer.body()).isEqualTo("G");
        assertThat(blue.received()).isEmpty();
        assertThat(stage.ledger().sampled()).isZero();
    }

    @Test
    void a_named_deployment_that_is_not_ready_is_424_and_nobody_else_is_asked() throws IOException {
        stage.deploy("green").publish();
        var answer = stage.client().call(RawClient.score("x", "azureml-model-deployment: green"));
        assertThat(answer.status()).isEqualTo(424);
        assertThat(answer.field("ms-azureml-model-error-reason")).isEqualTo("model_not_ready");
        assertThat(blue.received()).isEmpty();
    }

    @Test
    void d3_without_live_traffic_the_answer_is_404_and_says_so_while_named_deployments_answer() throws IOException {
        stage.traffic().publish();
        var answer = stage.client().call(RawClient.score("x"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("no deployment with positive weight");
        assertThat(stage.client()
                        .call(RawClient.score("x", "azureml-model-deployment: blue"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void d3_an_endpoint_without_any_deployment_answers_404_and_says_so() throws IOException {
        try (var bare = new Stage().publish()) {
            var answer = bare.client().call(RawClient.score("x"));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("no deployment with positive weight");
        }
    }

    @Test
    void a_chosen_deployment_that_is_not_ready_is_424_and_nobody_else_is_asked() throws IOException {
        stage.deploy("blue").publish();
        var answer = stage.client().call(RawClient.score("x"));
        assertThat(answer.status()).isEqualTo(424);
        assertThat(answer.field("ms-azureml-model-error-reason")).isEqualTo("model_not_ready");
        assertThat(answer.field("azureml-model-deployment")).isEqualTo("blue");
        assertThat(green.received()).isEmpty();
    }

    @Test
    void the_answer_says_who_gave_it_how_long_it_took_and_by_which_ids_to_find_it() throws IOException {
        var answer = stage.client()
                .call(RawClient.score("x", "x-ms-client-request-id: my id/1" + "y".repeat(60), "x-request-id: mine"));
        assertThat(answer.field("azureml-model-deployment")).isEqualTo("blue");
        assertThat(answer.field("azureml-model-session")).isEqualTo("blue");
        assertThat(answer.field("ms-azureml-model-time")).matches("\\d+");
        assertThat(answer.field("x-request-id")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(answer.field("x-ms-client-request-id")).isEqualTo("myid1" + "y".repeat(35));
        var seen = blue.received().get(0);
        assertThat(seen.field("x-request-id")).isEqualTo(answer.field("x-request-id"));
        assertThat(seen.field("x-ms-client-request-id")).isEqualTo(answer.field("x-ms-client-request-id"));
    }

    @Test
    void an_id_that_is_too_long_is_cut_and_one_without_a_usable_letter_reaches_nobody() throws IOException {
        var answer = stage.client().call(RawClient.score("x", "x-ms-client-request-id: " + "i".repeat(101)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(blue.received().get(0).field("x-ms-client-request-id")).isEqualTo("i".repeat(40));
        assertThat(stage.client()
                        .call(RawClient.score("x", "x-ms-client-request-id: " + "?".repeat(101)))
                        .all("x-ms-client-request-id"))
                .isEmpty();
        assertThat(blue.received().get(1).all("x-ms-client-request-id")).isEmpty();
    }

    @Test
    void what_the_model_says_of_ids_and_names_does_not_count() throws IOException {
        stage.deploy("blue", answering("200 OK", "x-request-id: fake\r\nazureml-model-deployment: fake\r\n", "b"))
                .publish();
        var answer = stage.client().call(RawClient.score("x"));
        assertThat(answer.all("x-request-id")).hasSize(1).doesNotContain("fake");
        assertThat(answer.field("azureml-model-deployment")).isEqualTo("blue");
    }

    @Test
    void every_status_of_the_model_but_200_becomes_424_with_its_own_in_a_header_and_its_body_kept() throws IOException {
        for (var status : new String[] {"201 Created", "302 Found", "400 Bad", "500 Oops", "503 Busy"}) {
            stage.deploy("blue", answering(status, "", "why")).publish();
            var answer = stage.client().call(RawClient.score("x"));
            assertThat(answer.status()).isEqualTo(424);
            assertThat(answer.field("ms-azureml-model-error-statuscode")).isEqualTo(status.substring(0, 3));
            assertThat(answer.field("ms-azureml-model-error-reason")).isEqualTo("model_error");
            assertThat(answer.body()).isEqualTo("why");
        }
    }

    @Test
    void an_answer_without_a_body_by_its_status_becomes_424_with_an_empty_one() throws IOException {
        stage.deploy("blue", new Origin("b", (request, line) -> line.send("HTTP/1.1 204 No Content\r\n\r\n")))
                .publish();
        var client = stage.client();
        for (int i = 0; i < 2; i++) {
            var answer = client.call(RawClient.score("x"));
            assertThat(answer.status()).isEqualTo(424);
            assertThat(answer.field("content-length")).isEqualTo("0");
            assertThat(answer.field("ms-azureml-model-error-statuscode")).isEqualTo("204");
        }
    }

    @Test
    void live_and_pinned_requests_are_measured_with_the_models_own_status() throws IOException {
        var client = stage.client();
        client.call(RawClient.score("x"));
        client.call(RawClient.score("x", "azureml-model-deployment: blue"));
        stage.deploy("blue", answering("500 Oops", "", "")).publish();
        client.call(RawClient.score("x"));
        Interval.Tally live = stage.measured("blue").live();
        assertThat(live.requests()).isEqualTo(3);
        assertThat(live.byTraffic()).isEqualTo(2);
        assertThat(live.succeeded()).isEqualTo(2);
        assertThat(live.serverErrors()).isEqualTo(1);
        assertThat(live.p99()).isPositive();
    }

    private static Origin answering(String status, String fields, String body) {
        return new Origin(
                status,
                (request, line) -> line.send("HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + body.length()
                        + "\r\n\r\n" + body));
    }
}
