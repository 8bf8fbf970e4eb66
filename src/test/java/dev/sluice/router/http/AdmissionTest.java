package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.RequestSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final RequestSettings ONE_EACH = new RequestSettings(Duration.ofSeconds(20), 1);

    private final Held held = new Held();
    private final Stage stage = new Stage(RouterSettings.DEFAULT.withEventLoops(2));

    @AfterEach
    void close() throws IOException {
        held.release(1000);
        stage.close();
    }

    @Test
    void c11_of_three_slow_calls_at_default_settings_two_are_answered_and_one_is_429() throws IOException {
        stage.deploy("blue", ONE_EACH, new Origin("b", held))
                .traffic("blue", 100)
                .publish();
        var first = stage.client().send(RawClient.score("1"));
        held.awaitHolding(1);
        var second = stage.client().send(RawClient.score("2"));
        awaitAdmitted(2);
        var third = stage.client().call(RawClient.score("3"));
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.body()).isEmpty();
        assertThat(third.field("content-type")).isEqualTo("text/plain");
        assertThat(third.field("ms-azureml-model-error-reason")).isEqualTo("too_many_pending_requests");
        held.release(2);
        assertThat(first.receive().body()).isEqualTo("1");
        assertThat(second.receive().body()).isEqualTo("2");
        assertThat(held.most()).as("requests at the instance at once").isEqualTo(1);
        assertThat(stage.measured("blue").live().clientErrors()).isEqualTo(1);
    }

    @Test
    void the_time_in_line_is_not_counted_as_work_of_the_instance() throws IOException {
        stage.deploy("blue", ONE_EACH, new Origin("b", held))
                .traffic("blue", 100)
                .publish();
        long begun = System.nanoTime();
        var first = stage.client().send(RawClient.score("1"));
        held.awaitHolding(1);
        var second = stage.client().send(RawClient.score("2"));
        awaitAdmitted(2);
        for (int i = 0; i < 20; i++) {
            assertThat(stage.client().call(RawClient.score("no room")).status()).isEqualTo(429);
        }
        held.release(2);
        assertThat(first.receive().status()).isEqualTo(200);
        assertThat(second.receive().status()).isEqualTo(200);
        var passed = Duration.ofNanos(System.nanoTime() - begun);

        var work = stage.measured("blue").work();

        assertThat(work.done()).isEqualTo(2);
        assertThat(work.busy())
                .as("one place, held by one after the other")
                .isPositive()
                .isLessThan(passed);
    }

    @Test
    void more_instances_admit_more() throws IOException {
        var origins = new Origin[] {new Origin("b1", held), new Origin("b2", held)};
        stage.deploy("blue", ONE_EACH, origins).traffic("blue", 100).publish();
        var clients = sending(4);
        held.awaitHolding(2);
        awaitAdmitted(4);
        assertThat(stage.client().call(RawClient.score("5")).status()).isEqualTo(429);
        held.release(4);
        for (var client : clients) {
            assertThat(client.receive().status()).isEqualTo(200);
        }
        assertThat(held.most()).as("requests at both instances at once").isEqualTo(2);
        assertThat(origins[0].received().size() + origins[1].received().size()).isEqualTo(4);
    }

    @Test
    void those_that_wait_are_served_in_the_order_they_came() throws IOException {
        var blue = new Origin("b", held);
        // Two instances' worth of room at one instance: a gate admits by instances, the second never comes up.
        var settings = new RequestSettings(Duration.ofSeconds(20), 4);
        stage.deploy("blue", settings, blue).traffic("blue", 100).publish();
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < 8; i++) {
            clients.add(stage.client().send(RawClient.score("request " + i)));
            awaitAdmitted(i + 1);
            held.awaitHolding(Math.min(4, i + 1));
        }
        for (int i = 0; i < 8; i++) {
            held.release(1);
            int answered = i + 1;
            await().until(() -> stage.route("blue").gate().inFlight() == 8 - answered);
            held.awaitHolding(Math.min(4, 8 - answered));
        }
        for (var client : clients) {
            assertThat(client.receive().status()).isEqualTo(200);
        }
        assertThat(blue.received().subList(4, 8))
                .extracting(Message::body)
                .containsExactly("request 4", "request 5", "request 6", "request 7");
    }

    @Test
    void no_wake_up_is_lost_between_event_loops() throws Exception {
        var blue = Origin.saying("b");
        stage.deploy("blue", new RequestSettings(Duration.ofSeconds(10), 2), blue, Origin.saying("b2"))
                .traffic("blue", 100)
                .publish();
        // Eight callers for four places, all of them admitted, each on whichever event loop it fell to.
        var load = Load.start(stage.router().port(), 8, 500);
        assertThat(load.await()).containsOnlyKeys(200);
        assertThat(stage.route("blue").gate().inFlight()).isZero();
        assertThat(blue.upstream().gate().inFlight()).isZero();
    }

    @Test
    void the_instance_with_the_fewest_requests_in_flight_is_asked() throws IOException {
        var settings = new RequestSettings(Duration.ofSeconds(20), 10);
        var slow = new Origin("slow", held);
        stage.deploy("blue", settings, slow).traffic("blue", 100).publish();
        var stuck = stage.client().send(RawClient.score("x"));
        held.awaitHolding(1);
        stage.deploy("blue", settings, slow, Origin.saying("quick")).publish();
        for (int i = 0; i < 10; i++) {
            assertThat(stage.client().call(RawClient.score("x")).body()).isEqualTo("quick");
        }
        held.release(1);
        assertThat(stuck.receive().status()).isEqualTo(200);
    }

    @Test
    void equal_instances_take_turns() throws IOException {
        var one = Origin.saying("1");
        var two = Origin.saying("2");
        stage.deploy("blue", one, two).traffic("blue", 100).publish();
        var client = stage.client();
        for (int i = 0; i < 20; i++) {
            client.call(RawClient.score("x"));
        }
        assertThat(one.received()).hasSize(10);
        assertThat(two.received()).hasSize(10);
    }

    @Test
    void c10_an_answer_that_takes_too_long_is_408_and_its_connection_is_cut() throws IOException {
        var cut = new AtomicBoolean();
        var slow = new Origin("slow", (request, line) -> cut.set(line.isClosedByPeer()));
        stage.deploy("blue", new RequestSettings(Duration.ofMillis(200), 1), slow)
                .traffic("blue", 100)
                .publish();
        var client = stage.client();
        long begun = System.nanoTime();
        assertThat(client.call(RawClient.score("x")).status()).isEqualTo(408);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
        await().untilTrue(cut);
        assertThat(slow.upstream().gate().inFlight()).isZero();
        assertThat(client.call(RawClient.score("x")).status())
                .as("the client's connection goes on")
                .isEqualTo(408);
        assertThat(stage.measured("blue").live().clientErrors()).isEqualTo(2);
    }

    @Test
    void the_wait_for_a_place_counts_towards_the_time_limit() throws IOException {
        stage.deploy("blue", new RequestSettings(Duration.ofMillis(300), 1), new Origin("b", held))
                .traffic("blue", 100)
                .publish();
        var clients = sending(2);
        for (var client : clients) {
            assertThat(client.receive().status()).isEqualTo(408);
        }
        assertThat(stage.route("blue").gate().inFlight()).isZero();
        assertThat(stage.route("blue").gate().line().isEmpty()).isTrue();
    }

    @Test
    void an_answer_that_stops_in_the_middle_is_cut_at_the_time_limit() throws IOException {
        stage.deploy("blue", new RequestSettings(Duration.ofMillis(200), 1), new Origin("b", (request, line) -> {
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                    line.isClosedByPeer();
                }))
                .traffic("blue", 100)
                .publish();
        var client = stage.client().send(RawClient.score("x"));
        assertThat(client.receiveHead().status()).isEqualTo(200);
        assertThat(client.readsUntilClosed()).isEqualTo("half");
    }

    @Test
    void a_client_that_goes_away_frees_its_place() throws IOException {
        var blue = new Origin("b", held);
        stage.deploy("blue", ONE_EACH, blue).traffic("blue", 100).publish();
        var gone = stage.client().send(RawClient.score("x"));
        held.awaitHolding(1);
        var waitingThenGone = stage.client().send(RawClient.score("x"));
        awaitAdmitted(2);
        waitingThenGone.close();
        gone.close();
        await().until(() -> stage.route("blue").gate().inFlight() == 0);
        assertThat(blue.upstream().gate().inFlight()).isZero();
    }

    private List<RawClient> sending(int count) throws IOException {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < count; i++) {
            clients.add(stage.client().send(RawClient.score("x")));
        }
        return clients;
    }

    private void awaitAdmitted(int count) {
        await().until(() -> stage.route("blue").gate().inFlight() == count);
    }
}
