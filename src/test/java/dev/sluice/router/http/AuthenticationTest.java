package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Secret;
import dev.sluice.router.AccessTokens;
import dev.sluice.router.KeyAccess;
import dev.sluice.router.TokenAccess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private final Origin blue = Origin.saying("blue");
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
    void without_an_authorization_header_the_answer_is_401_bad_header() throws IOException {
        assertRefused(asking("iris", ""), "key_auth_bad_header_forbidden");
    }

    @Test
    void another_scheme_than_bearer_is_a_bad_header() throws IOException {
        assertRefused(asking("iris", "Authorization: Basic abc\r\n"), "key_auth_bad_header_forbidden");
    }

    @Test
    void a_wrong_key_is_denied() throws IOException {
        assertRefused(asking("iris", "Authorization: Bearer nonsense\r\n"), "key_auth_access_denied");
    }

    @Test
    void the_secondary_key_opens_too() throws IOException {
        assertThat(stage.client()
                        .call(asking("iris", "Authorization: bearer the-secondary-key\r\n"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_changed_key_is_cut_off_at_once_while_the_other_goes_on() throws IOException {
        var client = stage.client();
        assertThat(client.call(RawClient.score("x")).status()).isEqualTo(200);
        stage.access(new KeyAccess(new Secret("a-new-key"), new Secret("the-secondary-key")))
                .publish();
        assertThat(client.call(RawClient.score("x")).status()).isEqualTo(401);
        assertThat(client.call(asking("iris", "Authorization: Bearer the-secondary-key\r\n"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_request_in_flight_goes_on_when_its_key_is_changed_and_the_next_on_its_connection_is_refused()
            throws IOException {
        var held = new Held();
        stage.deploy("blue", new Origin("b", held)).publish();
        var client = stage.client().send(RawClient.score("began in time"));
        held.awaitHolding(1);
        stage.access(new KeyAccess(new Secret("a-new-key"), new Secret("the-secondary-key")))
                .publish();
        held.release(1);
        assertThat(client.receive().body()).isEqualTo("began in time");
        assertThat(client.call(RawClient.score("x")).status()).isEqualTo(401);
    }

    @Test
    void a_changed_signing_key_makes_every_token_worthless_at_once() throws IOException {
        var tokens = new AccessTokens(new EndpointName("iris"), new Secret("s"), at(0), Duration.ofMinutes(1));
        stage.access(new TokenAccess(tokens)).publish();
        var request = asking(
                "iris", "Authorization: Bearer " + tokens.mint().accessToken().reveal() + "\r\n");
        var client = stage.client();
        assertThat(client.call(request).status()).isEqualTo(200);
        stage.access(new TokenAccess(
                        new AccessTokens(new EndpointName("iris"), new Secret("t"), at(0), Duration.ofMinutes(1))))
                .publish();
        var answer = client.call(request);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("key_auth_access_denied");
    }

    @Test
    void a_stranger_is_told_nothing_else_before_he_has_shown_a_key() throws IOException {
        stage.traffic().publish();
        assertRefused(asking("iris", ""), "key_auth_bad_header_forbidden");
        stage.traffic("blue", 100).deploy("blue").publish();
        assertRefused(asking("iris", ""), "key_auth_bad_header_forbidden");
        assertRefused(asking("iris", "Upgrade: websocket\r\nConnection: Upgrade\r\n"), "key_auth_bad_header_forbidden");
        var answer = stage.client()
                .send("POST /endpoints/iris/score HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999999999\r\n\r\n")
                .receive();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.fields()).noneMatch(field -> field.startsWith("azureml") || field.startsWith("ms-azureml"));
    }

    @Test
    void an_expired_token_has_a_reason_of_its_own() throws IOException {
        var minted = new AccessTokens(new EndpointName("iris"), new Secret("s"), at(0), Duration.ofMinutes(1)).mint();
        var later = new AccessTokens(new EndpointName("iris"), new Secret("s"), at(60), Duration.ofMinutes(1));
        stage.access(new TokenAccess(later)).publish();
        var header = "Authorization: Bearer " + minted.accessToken().reveal() + "\r\n";
        assertRefused(asking("iris", header), "token_auth_expired");
    }

    @Test
    void an_endpoint_that_does_not_exist_answers_strangers_as_one_that_does() throws IOException {
        for (var header : new String[] {"", "Authorization: Bearer x\r\n"}) {
            var real = stage.client().call(asking("iris", header));
            var unreal = stage.client().call(asking("nowhere", header));
            assertThat(unreal.status()).isEqualTo(real.status());
            assertThat(unreal.body()).isEqualTo(real.body());
        }
    }

    @Test
    void a_stranger_does_not_learn_which_deployments_there_are() throws IOException {
        var known = "azureml-model-deployment: blue\r\n";
        var unknown = "azureml-model-deployment: green\r\n";
        assertRefused(asking("iris", known), "key_auth_bad_header_forbidden");
        assertRefused(asking("iris", unknown), "key_auth_bad_header_forbidden");
    }

    @Test
    void the_instance_never_sees_the_key() throws IOException {
        stage.client().call(RawClient.score("x", "Proxy-Authorization: Basic abc", "authorization: Bearer again"));
        assertThat(blue.received().get(0).fields()).noneMatch(field -> field.contains("uthorization"));
    }

    private void assertRefused(String request, String reason) throws IOException {
        var answer = stage.client().call(request);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(reason);
        assertThat(answer.field("content-type")).isEqualTo("text/plain");
        assertThat(blue.received()).as("calls that reached the model").isEmpty();
    }

    private static String asking(String endpoint, String fields) {
        return "POST /endpoints/" + endpoint + "/score HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields
                + "Content-Length: 1\r\n\r\nx";
    }

    private static Clock at(long second) {
        return Clock.fixed(Instant.ofEpochSecond(1_700_000_000 + second), ZoneOffset.UTC);
    }
}
