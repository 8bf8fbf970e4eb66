package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that asks whether to go on, and what can come between the question and the answer (peers 6.3). */
class ExpectTest {

    private final Origin blue = new Origin("b", (request, line) -> line.send(Origin.ok(request.body())));
    private final Stage stage = new Stage();

    @BeforeEach
    void blueIsLive() {
        stage.deploy("blue", blue).traffic("blue", 100).publish();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void a_body_that_does_not_wait_to_be_asked_for_is_taken_and_the_next_request_is_found() throws IOException {
        var client = stage.client().send(expecting() + "body" + RawClient.score("next"));
        assertThat(client.receiveHead().status()).isEqualTo(100);
        assertThat(client.receive().body()).isEqualTo("body");
        assertThat(client.receive().body()).isEqualTo("next");
    }

    @Test
    void a_body_sent_in_spite_of_a_refusal_is_not_taken_for_a_request() throws IOException {
        var smuggled = RawClient.score("smuggled");
        var refused = RawClient.head(
                "POST /endpoints/iris/score",
                "Expect: 100-continue",
                "azureml-model-deployment: nobody",
                "Content-Length: " + smuggled.length());
        for (var body : new String[] {smuggled, ""}) {
            var client = stage.client().send(refused + "\r\n" + body);
            assertThat(client.receive().status()).isEqualTo(404);
            assertThat(client.send(smuggled).readsUntilClosed()).isEmpty();
        }
        assertThat(blue.received()).isEmpty();
    }

    @Test
    void no_key_no_invitation_to_send_the_body() throws IOException {
        var client = stage.client()
                .send("POST /endpoints/iris/score HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 4\r\n\r\n");
        assertThat(client.receive().status()).isEqualTo(401);
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void too_long_a_body_is_refused_before_it_is_sent() throws IOException {
        var client = stage.client()
                .send(RawClient.head(
                                "POST /endpoints/iris/score", "Expect: 100-continue", "Content-Length: 999999999999")
                        + "\r\n");
        assertThat(client.receive().status()).isEqualTo(413);
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void other_expectations_cannot_be_met() throws IOException {
        for (var expectation : new String[] {"200-ok", "100-continue, more", "100-continue\r\nExpect: more", ""}) {
            var client = stage.client()
                    .send(RawClient.head("POST /endpoints/iris/score", "Expect: " + expectation, "Content-Length: 4")
                            + "\r\nbody" + RawClient.score("next"));
            assertThat(client.receive().status()).as(expectation).isEqualTo(417);
            assertThat(client.readsUntilClosed()).isEmpty();
        }
        assertThat(blue.received()).isEmpty();
    }

    @Test
    void an_old_client_cannot_expect_anything_and_is_answered() throws IOException {
        var answer = stage.client()
                .call("POST /endpoints/iris/score HTTP/1.0\r\nExpect: 100-continue\r\nAuthorization: Bearer "
                        + RawClient.KEY + "\r\nContent-Length: 4\r\n\r\nbody");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("body");
    }

    private static String expecting() {
        return RawClient.head("POST /endpoints/iris/score", "Expect: 100-continue", "Content-Length: 4") + "\r\n";
    }
}
