package dev.sluice.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.control.Invocation.Body;
import dev.sluice.control.Invocation.Field;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvokerTest {

    private record Heard(String line, String authorization, String pin, String mine, byte[] body) {}

    private final List<Heard> heard = new ArrayList<>();
    private final Invoker invoker = new Invoker(HttpClient.newHttpClient());
    private HttpServer server;
    private byte[] answer = "{}".getBytes(UTF_8);

    @BeforeEach
    void a_server_listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::hear);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void a_request_goes_out_as_it_was_put_together_with_the_endpoints_key() throws Exception {
        send(new Target.ByTraffic(), "PUT", "/rows?limit=3", List.of(new Field("X-Mine", "1")), Body.Bytes.of("a,b"));

        var seen = heard.get(0);
        assertThat(seen.line()).isEqualTo("PUT /endpoints/iris/rows?limit=3");
        assertThat(seen.authorization()).isEqualTo("Bearer the-key");
        assertThat(seen.mine()).isEqualTo("1");
        assertThat(seen.pin()).isNull();
        assertThat(seen.body()).isEqualTo("a,b".getBytes(UTF_8));
    }

    @Test
    void an_authorization_of_the_users_takes_the_place_of_the_key() throws Exception {
        send(
                new Target.Pinned(new DeploymentName("green")),
                "GET",
                "/swagger.json",
                List.of(new Field("authorization", "Bearer wrong")),
                new Body.None());

        assertThat(heard.get(0).authorization()).isEqualTo("Bearer wrong");
        assertThat(heard.get(0).pin()).isEqualTo("green");
    }

    @Test
    void a_files_bytes_are_sent_as_they_are(@TempDir Path folder) throws Exception {
        var bytes = new byte[300_000];
        bytes[299_999] = 7;
        var file = Files.write(folder.resolve("image.bin"), bytes);

        send(new Target.ByTraffic(), "POST", "/score", List.of(), new Body.File(file, bytes.length));

        assertThat(heard.get(0).body()).isEqualTo(bytes);
    }

    @Test
    void a_file_that_has_gone_is_an_error_and_no_empty_request(@TempDir Path folder) {
        var gone = new Body.File(folder.resolve("gone.bin"), 10);

        assertThatThrownBy(() -> send(new Target.ByTraffic(), "POST", "/score", List.of(), gone))
                .hasMessageContaining("gone.bin cannot be read any more");
        assertThat(heard).isEmpty();
    }

    @Test
    void of_an_answer_without_end_only_the_beginning_is_kept() throws Exception {
        answer = new byte[Answer.MOST_KEPT + 5];

        var kept = send(new Target.ByTraffic(), "POST", "/score", List.of(), new Body.None());

        assertThat(kept.body()).hasSize(Answer.MOST_KEPT);
        assertThat(kept.size()).isEqualTo(Answer.MOST_KEPT + 5);
        assertThat(kept.isCut()).isTrue();
    }

    @Test
    void what_http_does_not_allow_fails_rather_than_being_thrown() {
        assertThatThrownBy(() -> send(
                        new Target.ByTraffic(), "POST", "/score", List.of(new Field("Host", "x")), new Body.None()))
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    private Answer send(Target target, String method, String path, List<Field> fields, Body body) throws Exception {
        var invocation = new Invocation(new EndpointName("iris"), target, new Head(method, path, fields), body);
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/endpoints/iris";
        return invoker.send(address, new Secret("the-key"), invocation)
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var body = exchange.getRequestBody().readAllBytes();
            heard.add(new Heard(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    headers.getFirst("Authorization"),
                    headers.getFirst("azureml-model-deployment"),
                    headers.getFirst("X-Mine"),
                    body));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
