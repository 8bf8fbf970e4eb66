package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.BandwidthLimit;
import dev.sluice.domain.RequestSettings;
import dev.sluice.router.Bandwidth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At a byte a millisecond, by a clock that the test moves. Bodies are so short that one read brings all of them. */
class BandwidthTest {

    private static final String REQUEST_DELAY = "ms-azureml-bandwidth-request-delay-ms: ";
    private static final String ANSWER_DELAY = "ms-azureml-bandwidth-response-delay-ms: ";

    private final AtomicLong clock = new AtomicLong(System.nanoTime());
    private final Bandwidth bandwidth = perSecond(1_000, 0);
    private final Stage stage = new Stage(RouterSettings.DEFAULT.withDrainGrace(Duration.ofMillis(200)), clock::get);

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void a_body_reaches_the_instance_when_the_bandwidth_has_room_for_it_and_not_before() throws IOException {
        var blue = live(Origin.saying(""));
        var client = stage.client().send(RawClient.score("x".repeat(1_000)));
        awaitHeldUp(1_000);
        passMillis(999);
        assertThat(stage.client().call(RawClient.get("/endpoints/iris/score")).status())
                .isEqualTo(200);
        assertThat(blue.received()).extracting(Message::body).containsExactly("");
        passMillis(1);
        assertThat(client.receive().trailers()).containsExactly(REQUEST_DELAY + 1_000, ANSWER_DELAY + 0);
        assertThat(blue.received().get(1).body()).hasSize(1_000);
    }

    @Test
    void an_answer_reaches_the_client_when_the_bandwidth_has_room_for_it_and_its_head_at_once() throws IOException {
        live(Origin.saying("y".repeat(1_000)));
        var client = stage.client().send(RawClient.get("/endpoints/iris/score"));
        var head = client.receiveHead();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.field("transfer-encoding")).isEqualTo("chunked");
        assertThat(head.all("content-length")).isEmpty();
        assertThat(head.field("trailer"))
                .isEqualTo("ms-azureml-bandwidth-request-delay-ms, ms-azureml-bandwidth-response-delay-ms");
        awaitHeldUp(1_000);
        passMillis(1_000);
        assertThat(client.receiveChunk()).hasSize(1_000);
        assertThat(client.receiveTrailers()).containsExactly(REQUEST_DELAY + 0, ANSWER_DELAY + 1_000);
    }

    @Test
    void what_stays_below_the_burst_is_not_held_up_and_is_told_so() throws IOException {
        var blue = live(Origin.saying("abc"));
        stage.bandwidth(perSecond(1, 1_000)).publish();
        var answer = stage.client().call(RawClient.score("x"));
        assertThat(answer.body()).isEqualTo("abc");
        assertThat(answer.trailers()).containsExactly(REQUEST_DELAY + 0, ANSWER_DELAY + 0);
        assertThat(blue.received()).hasSize(1);
    }

    @Test
    void an_endpoint_without_a_limit_says_nothing_of_it() throws IOException {
        live(Origin.saying("abc"));
        stage.bandwidth(Bandwidth.UNLIMITED).publish();
        var answer = stage.client().call(RawClient.score("x".repeat(2_000)));
        assertThat(answer.field("content-length")).isEqualTo("3");
        assertThat(answer.all("transfer-encoding")).isEmpty();
        assertThat(answer.all("trailer")).isEmpty();
        assertThat(answer.body()).isEqualTo("abc");
    }

    @Test
    void limiting_an_endpoint_holds_for_the_next_request_of_a_kept_connection() throws IOException {
        live(Origin.saying(""));
        stage.bandwidth(Bandwidth.UNLIMITED).publish();
        var client = stage.client();
        assertThat(client.call(RawClient.score("x")).trailers()).isEmpty();
        stage.bandwidth(perSecond(1_000, 1_000)).publish();
        assertThat(client.call(RawClient.score("x")).trailers()).hasSize(2);
    }

    @Test
    void all_of_an_endpoints_bytes_share_its_bandwidth_first_come_first_served() throws IOException {
        var blue = live(Origin.saying(""));
        var first = stage.client().send(RawClient.score("x".repeat(1_000)));
        awaitHeldUp(1_000);
        var second = stage.client().send(RawClient.score("x".repeat(500)));
        awaitHeldUp(1_500);
        passMillis(1_500);
        assertThat(first.receive().trailers()).contains(REQUEST_DELAY + 1_000);
        assertThat(second.receive().trailers()).contains(REQUEST_DELAY + 1_500);
        assertThat(stage.route("blue").meter().delays().ofRequests()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void a_copy_takes_its_part_of_the_bandwidth_and_waits_for_it() throws IOException {
        var blue = Origin.saying("");
        var green = Origin.saying("ignored and not counted");
        stage.deploy("green", green).mirror("green", 50);
        live(blue);
        var client = stage.client();
        // Of two in a row the second is copied.
        assertThat(delayed(client, 1)).isEqualTo(1);
        assertThat(delayed(client, 1_000)).isEqualTo(1_000);
        var next = client.send(RawClient.score("x".repeat(500)));
        awaitHeldUp(1_500);
        assertThat(green.received()).isEmpty();
        passMillis(1_000);
        await().until(() -> stage.ledger().answered() == 1);
        assertThat(blue.received()).hasSize(2);
        passMillis(500);
        assertThat(next.receive().trailers()).contains(REQUEST_DELAY + 1_500);
        assertThat(stage.ledger().balances()).isTrue();
    }

    @Test
    void a_copy_that_is_dropped_while_it_waits_leaves_its_bandwidth_to_others() throws IOException {
        stage.deploy("green", Origin.saying("")).mirror("green", 50);
        live(Origin.saying(""));
        var client = stage.client();
        assertThat(delayed(client, 1)).isEqualTo(1);
        assertThat(delayed(client, 1_000)).isEqualTo(1_000);
        stage.noMirror().publish();
        await().until(() -> stage.ledger().droppedQueue() == 1);
        assertThat(delayed(client, 10)).isEqualTo(10);
    }

    @Test
    void the_time_a_request_is_held_up_is_not_the_models() throws IOException {
        stage.deploy("blue", new RequestSettings(Duration.ofMillis(500), 64), Origin.saying("z".repeat(1_200)));
        limited().traffic("blue", 100).publish();
        var client = stage.client().send(RawClient.score("x".repeat(1_000)));
        awaitHeldUp(1_000);
        passMillis(1_000);
        var head = client.receiveHead();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.field("ms-azureml-model-time")).isEqualTo("0");
        awaitHeldUp(1_200);
        passMillis(1_200);
        assertThat(client.receiveChunk()).hasSize(1_200);
        assertThat(client.receiveTrailers()).containsExactly(REQUEST_DELAY + 1_000, ANSWER_DELAY + 1_200);
    }

    @Test
    void a_model_that_then_takes_too_long_is_timed_out_all_the_same() throws IOException {
        var blue = new Origin("b", (request, line) -> line.isClosedByPeer());
        stage.deploy("blue", new RequestSettings(Duration.ofMillis(500), 64), blue);
        limited().traffic("blue", 100).publish();
        var client = stage.client().send(RawClient.score("x".repeat(1_000)));
        awaitHeldUp(1_000);
        passMillis(1_000);
        await().until(() -> !blue.received().isEmpty());
        passMillis(500);
        assertThat(client.receive().status()).isEqualTo(408);
    }

    @Test
    void a_client_that_leaves_while_its_body_is_held_up_leaves_nothing_behind() throws IOException {
        live(Origin.saying(""));
        var leaving = stage.client().send(RawClient.score("x".repeat(1_000)));
        awaitHeldUp(1_000);
        leaving.close();
        awaitNobody();
        assertThat(delayed(stage.client(), 10)).isEqualTo(10);
        assertThat(stage.route("blue").meter().delays().ofRequests()).isEqualTo(Duration.ofMillis(10));
        assertThat(stage.measured("blue").live().clientErrors()).isEqualTo(1);
    }

    @Test
    void a_client_that_leaves_while_its_answer_is_held_up_leaves_nothing_behind() throws IOException {
        live(new Origin(
                "b",
                (request, line) ->
                        line.send(Origin.ok("y".repeat(1_000 * request.body().length())))));
        var leaving = stage.client().send(RawClient.score("x"));
        awaitHeldUp(1);
        passMillis(1);
        leaving.receiveHead();
        awaitHeldUp(1_000);
        leaving.close();
        awaitNobody();
        var client = stage.client().send(RawClient.get("/endpoints/iris/score"));
        assertThat(client.receive().trailers()).containsExactly(REQUEST_DELAY + 0, ANSWER_DELAY + 0);
    }

    @Test
    void a_request_that_turns_out_to_be_malformed_while_it_is_held_up_is_refused() throws IOException {
        live(Origin.saying(""));
        var client = stage.client()
                .send(RawClient.head("POST /endpoints/iris/score", "Transfer-Encoding: chunked")
                        + "\r\n3\r\nabc\r\nnot a number\r\n");
        assertThat(client.receive().status()).isEqualTo(400);
        awaitNobody();
        awaitHeldUp(0);
    }

    @Test
    void requests_in_one_packet_are_held_up_one_after_the_other() throws IOException {
        var blue = live(Origin.saying(""));
        var both = stage.client().send(RawClient.score("x".repeat(1_000)) + RawClient.score("y".repeat(500)));
        awaitHeldUp(1_000);
        passMillis(1_000);
        assertThat(both.receive().trailers()).contains(REQUEST_DELAY + 1_000);
        awaitHeldUp(500);
        passMillis(500);
        assertThat(both.receive().trailers()).contains(REQUEST_DELAY + 500);
        assertThat(blue.received()).extracting(Message::body).containsExactly("x".repeat(1_000), "y".repeat(500));
    }

    @Test
    void a_body_over_the_limit_is_refused_when_the_part_too_much_has_its_turn() throws IOException {
        var small = new RouterSettings.Clients(16, 10, 8 << 10, 8 << 10, Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (var other = new Stage(RouterSettings.DEFAULT.with(small), clock::get)) {
            other.deploy("blue", Origin.saying("")).traffic("blue", 100);
            other.bandwidth(bandwidth).publish();
            var client = other.client()
                    .send(RawClient.head("POST /endpoints/iris/score", "Transfer-Encoding: chunked")
                            + "\r\n8\r\nabcdefgh\r\n8\r\nabcdefgh\r\n0\r\n\r\n" + RawClient.score("next"));
            awaitHeldUp(16);
            passMillis(16);
            assertThat(client.receive().status()).isEqualTo(413);
            awaitHeldUp(4);
            passMillis(4);
            assertThat(client.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void an_instance_is_free_again_when_its_answer_has_come_though_the_client_still_waits() throws IOException {
        stage.deploy("blue", new RequestSettings(Duration.ofSeconds(20), 1), Origin.saying("y".repeat(1_000)));
        limited().traffic("blue", 100).publish();
        stage.client().send(RawClient.get("/endpoints/iris/score")).receiveHead();
        stage.client().send(RawClient.get("/endpoints/iris/score")).receiveHead();
        assertThat(stage.route("blue").gate().inFlight()).isEqualTo(2);
    }

    @Test
    void an_answer_reaches_the_client_whole_though_its_instance_has_hung_up_meanwhile() throws IOException {
        live(new Origin("b", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\n\r\n" + "y".repeat(1_000));
            line.close();
        }));
        var client = stage.client().send(RawClient.get("/endpoints/iris/score"));
        client.receiveHead();
        awaitHeldUp(1_000);
        passMillis(1_000);
        assertThat(client.receiveChunk()).hasSize(1_000);
        assertThat(client.receiveTrailers()).containsExactly(REQUEST_DELAY + 0, ANSWER_DELAY + 1_000);
    }

    @Test
    void an_answer_that_breaks_off_while_it_is_held_up_is_cut() throws IOException {
        live(new Origin("b", (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            line.close();
        }));
        var client = stage.client().send(RawClient.get("/endpoints/iris/score"));
        client.receiveHead();
        assertThat(client.isClosed()).isTrue();
        awaitNobody();
    }

    @Test
    void an_answer_that_comes_before_the_request_was_let_through_is_not_kept_waiting_by_it() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            stage.deployAt("blue", server.getLocalPort());
            limited().traffic("blue", 100).publish();
            var client = stage.client().send(RawClient.score("x".repeat(1_000)));
            try (var socket = server.accept()) {
                Message.readHead(socket.getInputStream());
                socket.getOutputStream().write("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n".getBytes());
                var answer = client.receive();
                assertThat(answer.status()).isEqualTo(424);
                assertThat(answer.trailers()).containsExactly(REQUEST_DELAY + 0, ANSWER_DELAY + 0);
            }
        }
    }

    @Test
    void a_models_own_trailers_come_beside_the_delays() throws IOException {
        live(new Origin(
                "b",
                (request, line) -> line.send("HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "0\r\nX-Sum: 5\r\n" + REQUEST_DELAY + "77\r\n\r\n")));
        var answer = stage.client().call(RawClient.get("/endpoints/iris/score"));
        assertThat(answer.all("trailer")).hasSize(2);
        assertThat(answer.trailers()).containsExactlyInAnyOrder("X-Sum: 5", REQUEST_DELAY + 0, ANSWER_DELAY + 0);
    }

    @Test
    void who_cannot_have_trailers_gets_the_answer_as_it_was() throws IOException {
        live(new Origin("b", (request, line) -> {
            boolean isHead = request.start().startsWith("HEAD");
            line.send(isHead ? "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n" : Origin.ok("abc"));
        }));
        stage.bandwidth(perSecond(1, 1_000)).publish();
        var asked = stage.client().send(RawClient.head("HEAD /endpoints/iris/score") + "\r\n");
        var head = asked.receiveAnswerTo("HEAD");
        assertThat(head.field("content-length")).isEqualTo("3");
        assertThat(head.all("trailer")).isEmpty();
        var old = stage.client()
                .call("GET /endpoints/iris/score HTTP/1.0\r\nAuthorization: Bearer " + RawClient.KEY + "\r\n\r\n");
        assertThat(old.field("content-length")).isEqualTo("3");
        assertThat(old.body()).isEqualTo("abc");
        assertThat(old.all("trailer")).isEmpty();
    }

    @Test
    void closing_the_router_ends_what_is_held_up() throws IOException {
        live(Origin.saying(""));
        stage.client().send(RawClient.score("x".repeat(1_000)));
        awaitHeldUp(1_000);
        stage.router().close();
        assertThat(stage.route("blue").gate().inFlight()).isZero();
    }

    private Origin live(Origin blue) {
        stage.deploy("blue", blue);
        limited().traffic("blue", 100).publish();
        return blue;
    }

    private Stage limited() {
        return stage.bandwidth(bandwidth);
    }

    /** How many milliseconds a request of so many bytes was held up, by a clock that moves just as far. */
    private long delayed(RawClient client, int bytes) throws IOException {
        client.send(RawClient.score("x".repeat(bytes)));
        awaitHeldUp(bytes);
        passMillis(bytes);
        var told = client.receive().trailers().get(0);
        return Long.parseLong(told.substring(REQUEST_DELAY.length()));
    }

    /** Whoever came next would have to wait so many milliseconds for those who are here. */
    private void awaitHeldUp(long millis) {
        await().until(() -> bandwidth.reserve(0, clock.get()) == TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void awaitNobody() {
        await().until(() -> stage.route("blue").gate().inFlight() == 0);
    }

    static Bandwidth perSecond(long bytes, int burst) {
        return Bandwidth.of(new BandwidthLimit.PerSecond(bytes), burst);
    }

    private void passMillis(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
