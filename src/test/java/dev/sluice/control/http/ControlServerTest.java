package dev.sluice.control.http;

import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.control.RuntimeUnderTest;
import dev.sluice.control.http.json.Codec;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Secret;
import dev.sluice.engine.FakeEngine;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by the server that other processes speak to, and what the others are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlServerTest {

    private static final String SECRET = "2f6c-not-to-be-seen";

    private static final int FEW = 4;

    private static final String JSON = "Content-Type: application/json\n";

    private final RemoteControlTest.Presence host = new RemoteControlTest.Presence();
    private RuntimeUnderTest runtime;
    private ControlServer server;
    private RawClient client;

    @BeforeAll
    void a_runtime_is_served(@TempDir Path folder) throws Exception {
        runtime = new RuntimeUnderTest(new FakeEngine(), folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        server = ControlServer.open(runtime.control, new Secret(SECRET), 0, host);
        client = new RawClient(server.doorway().address());
    }

    @AfterAll
    void end() throws Exception {
        server.close();
        runtime.close();
    }

    @Test
    void who_shows_the_secret_is_answered_in_json() throws Exception {
        var answer = get("/v1/fleet", knowing());

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("content-type: application/json")
                .contains("\"diabetes\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Authorization: Bearer 2f6c-not-to-be-see\n",
                "Authorization: Bearer 2f6c-not-to-be-seen-\n",
                "Authorization: Bearer \n",
                "Authorization: Basic 2f6c-not-to-be-seen\n",
                "Cookie: secret=2f6c-not-to-be-seen\n",
                "Authorization: Bearer 2f6c-not-to-be-seen\nAuthorization: Bearer other\n"
            })
    void without_the_secret_nothing_is_said_but_that(String field) throws Exception {
        for (var path : new String[] {"/v1/fleet", "/nowhere", "/openapi.json", "/v1/fleet?secret=" + SECRET}) {
            var answer = get(path, field);

            assertThat(answer)
                    .startsWith("HTTP/1.1 401 ")
                    .endsWith("\r\n\r\n")
                    .containsIgnoringCase("content-length: 0");
        }
    }

    @Test
    void who_does_not_know_the_secret_does_not_learn_either_that_the_rest_was_wrong() throws Exception {
        var answer = client.say("DELETE /v1/commands/scale HTTP/1.1\nHost: evil.example\nOrigin: http://evil.example\n"
                + "Content-Length: 99999999999\n\n");

        assertThat(answer).startsWith("HTTP/1.1 401 ").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:%d", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:%d"})
    void a_name_that_was_made_to_lead_here_is_another_host(String host) throws Exception {
        var answer = client.say("GET /v1/fleet HTTP/1.1\nHost: " + host.formatted(port()) + "\n" + knowing() + "\n");

        assertThat(answer).startsWith("HTTP/1.1 421 ").contains("another host").doesNotContain("diabetes");
    }

    @Test
    void localhost_is_a_name_for_here() throws Exception {
        assertThat(client.say("GET /v1/fleet HTTP/1.1\nHost: localhost:" + port() + "\n" + knowing() + "\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void no_web_page_gets_in_even_if_it_knows_the_secret(String field) throws Exception {
        var answer = get("/v1/fleet", knowing() + field + "\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 403 ")
                .doesNotContainIgnoringCase("access-control")
                .doesNotContain("diabetes");
    }

    @Test
    void a_page_that_asks_whether_it_may_ask_is_told_nothing() throws Exception {
        var answer = client.say("OPTIONS /v1/commands/scale HTTP/1.1\nHost: 127.0.0.1:" + port()
                + "\nOrigin: http://evil.example\nAccess-Control-Request-Headers: authorization\n\n");

        assertThat(answer).startsWith("HTTP/1.1 401 ").doesNotContainIgnoringCase("access-control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""})
    void what_a_form_could_post_is_no_command(String type) throws Exception {
        var answer =
                post("/v1/commands/delete-endpoint", "Content-Type: " + type + "\n", "{\"endpoint\":\"diabetes\"}");

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("application/json");
        assertThat(runtime.fleet().endpoint(DIABETES)).isPresent();
    }

    @Test
    void an_oversized_body_is_refused_as_soon_as_it_is_announced() throws Exception {
        var answer = client.say("POST /v1/commands/scale HTTP/1.1\nHost: 127.0.0.1:" + port() + "\n" + knowing() + JSON
                + "Content-Length: " + (Limits.LARGEST_REQUEST + 1) + "\n\n{");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("24 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"endpoint\":", "nothing", "{\"endpoint\":\"diabetes\"} trailing", "[1"})
    void broken_json_is_told_from_a_wrong_value(String body) throws Exception {
        assertThat(post("/v1/commands/delete-endpoint", JSON, body))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"problems\"", "syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"endpoint\":\"\"}", "{\"endpoint\":7}", "{\"endpoint\":\"a-b\",\"force\":true}"})
    void a_command_that_does_not_fit_is_refused_with_where_and_why(String body) throws Exception {
        assertThat(post("/v1/commands/delete-endpoint", JSON, body))
                .startsWith("HTTP/1.1 422 ")
                .contains("\"problems\"", "\"path\"");
        assertThat(runtime.fleet().endpoint(DIABETES)).isPresent();
    }

    @Test
    void a_question_about_what_is_not_there_is_not_found() throws Exception {
        assertThat(get("/v1/questions/credentials?endpoint=nowhere", knowing()))
                .startsWith("HTTP/1.1 404 ")
                .contains("no endpoint called nowhere", "create the endpoint first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/questions/credentials?endpoint=%zz", "/v1/%", "/v1/fleet?%f=1"})
    void an_address_that_cannot_be_decoded_is_said_to_be_so(String address) throws Exception {
        assertThat(get(address, knowing())).startsWith("HTTP/1.1 400 ").contains("percent-encode");
    }

    @Test
    void what_is_said_twice_is_not_guessed_at() throws Exception {
        assertThat(get("/v1/questions/credentials?endpoint=diabetes&endpoint=other", knowing()))
                .startsWith("HTTP/1.1 400 ")
                .contains("endpoint", "twice");
    }

    @Test
    void an_unknown_verb_is_not_there_and_the_answer_says_where_to_look() throws Exception {
        assertThat(post("/v1/commands/explode", JSON, "{}"))
                .startsWith("HTTP/1.1 404 ")
                .contains("/openapi.json");
    }

    @Test
    void what_is_offered_is_served_as_the_document_that_was_reviewed() throws Exception {
        var answer = get("/openapi.json", knowing()).split("\r\n\r\n", 2);

        assertThat(answer[0]).startsWith("HTTP/1.1 200 ").containsIgnoringCase("content-type: application/json");
        assertThat(answer[1]).isEqualTo(Files.readString(Path.of("docs/openapi.json")));
    }

    @Test
    void a_wrong_method_is_told_the_right_one() throws Exception {
        assertThat(get("/v1/commands/scale", knowing()))
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("allow: POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sluice-Face: browser",
                "Sluice-Face: system",
                "Sluice-Reason: 50%",
                "Sluice-Beyond-Capacity: perhaps"
            })
    void who_gives_a_command_is_said_rightly_or_not_at_all(String field) throws Exception {
        assertThat(post("/v1/commands/delete-endpoint", JSON + field + "\n", "{\"endpoint\":\"diabetes\"}"))
                .startsWith("HTTP/1.1 400 ")
                .contains(field.substring(0, field.indexOf(':')));
        assertThat(runtime.fleet().endpoint(DIABETES)).isPresent();
    }

    @Test
    void what_is_no_http_is_not_answered_for_long() throws Exception {
        assertThat(client.say("\0\1\2 hello\n\n")).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\n");
        assertThat(client.say("GET /" + "x".repeat(20_000) + " HTTP/1.1\n\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void no_answer_contains_the_secret() throws Exception {
        for (var path : new String[] {"/v1/fleet", "/openapi.json", "/" + "x", "/v1/questions/assets"}) {
            assertThat(get(path, knowing())).doesNotContain(SECRET);
        }
        assertThat(server.doorway().toString()).doesNotContain(SECRET);
    }

    @Test
    void the_window_is_shown_if_there_is_one() throws Exception {
        assertThat(post("/v1/window", JSON, "{\"display\":\":7\"}")).contains("\"shown\":true");
        assertThat(post("/v1/window", JSON, "{\"display\":\":8\"}")).contains("\"shown\":false");
    }

    @Test
    void who_asks_for_the_end_is_answered_first() throws Exception {
        assertThat(post("/v1/stop", "", "")).startsWith("HTTP/1.1 202 ");
        assertThat(documentedStatuses("/v1/stop")).contains("202").doesNotContain("200", "204");

        host.stopped.get(10, TimeUnit.SECONDS);
    }

    @Test
    void who_is_there_is_answered_as_the_document_says() throws Exception {
        assertThat(post("/v1/ping", "", "")).startsWith("HTTP/1.1 204 ");
        assertThat(documentedStatuses("/v1/ping")).contains("204").doesNotContain("200", "202");
    }

    private static List<String> documentedStatuses(String path) {
        var document = new DocumentedApi(OpenApi.document(Api.v1(), new Codec())).document();
        var statuses = new ArrayList<String>();
        document.get("paths")
                .get(path)
                .get("post")
                .get("responses")
                .fieldNames()
                .forEachRemaining(statuses::add);
        return statuses;
    }

    @Test
    void who_knows_no_secret_cannot_keep_out_who_does_however_many_connections_he_opens() throws Exception {
        try (var crowded = server(Duration.ofMinutes(10))) {
            var here = new RawClient(crowded.doorway().address());
            var silent = new ArrayList<Socket>();
            try {
                for (int i = 0; i < 3 * FEW; i++) {
                    silent.add(here.open());
                }
                assertThat(here.say("GET /v1/fleet HTTP/1.1\nHost: localhost:"
                                + crowded.doorway().address().getPort() + "\n" + knowing() + "\n"))
                        .startsWith("HTTP/1.1 200 ");
                assertThat(silent.get(0).getInputStream().read())
                        .as("the one who has waited longest has gone")
                        .isEqualTo(-1);
            } finally {
                for (var socket : silent) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void who_does_not_show_the_secret_soon_is_cut() throws Exception {
        try (var impatient = server(Duration.ofMillis(50));
                var silent = new RawClient(impatient.doorway().address()).open()) {
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void those_who_know_the_secret_are_as_many_as_may_be_and_the_next_is_told_so() throws Exception {
        try (var full = server(Duration.ofMinutes(10))) {
            var here = new RawClient(full.doorway().address());
            var head = "GET /v1/streams/fleet HTTP/1.1\nHost: localhost:"
                    + full.doorway().address().getPort() + "\n" + knowing() + "\n";
            var readers = new ArrayList<Socket>();
            try {
                for (int i = 0; i < FEW; i++) {
                    var reader = here.open();
                    readers.add(reader);
                    reader.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
                    assertThat(reader.getInputStream().read()).isEqualTo('H');
                }
                assertThat(here.say(head)).startsWith("HTTP/1.1 503 ").contains("too many connections");
            } finally {
                for (var socket : readers) {
                    socket.close();
                }
            }
        }
    }

    private ControlServer server(Duration head) {
        var never = Duration.ofMinutes(10);
        return ControlServer.open(
                runtime.control, new Secret(SECRET), 0, host, new Limits(FEW, 128, head, never, never, never));
    }

    @Test
    void a_port_that_is_taken_is_named_with_what_to_do() {
        assertThatThrownBy(() -> ControlServer.open(runtime.control, new Secret("x"), port(), host))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + port())
                .hasMessageContaining("choose another port");
    }

    private int port() {
        return server.doorway().address().getPort();
    }

    private static String knowing() {
        return "Authorization: Bearer " + SECRET + "\n";
    }

    private String get(String path, String fields) throws Exception {
        return client.say("GET " + path + " HTTP/1.1\nHost: 127.0.0.1:" + port() + "\n" + fields + "\n");
    }

    private String post(String path, String fields, String body) throws Exception {
        return client.say("POST " + path + " HTTP/1.1\nHost: 127.0.0.1:" + port() + "\n" + knowing() + fields
                + "Content-Length: " + body.length() + "\n\n" + body);
    }
}
