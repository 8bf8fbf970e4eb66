package dev.sluice.control;

import static dev.sluice.control.LiveRollout.BLUE;
import static dev.sluice.control.LiveRollout.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Probe;
import dev.sluice.domain.RequestSettings;
import dev.sluice.reconcile.Prober.Finding;
import dev.sluice.router.http.Held;
import dev.sluice.router.http.Load;
import dev.sluice.router.http.Message;
import dev.sluice.router.http.Origin;
import dev.sluice.router.http.RawClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No request is lost while instances come and go, by the whole way that draining takes: routes, reconciler, engine,
 * router. The runtime's time stands still unless a test moves it, so that nothing but the end of its last request lets
 * an instance be stopped.
 */
class LosslessTest {

    private static final int PER_SECOND = 500;
    private static final int CONNECTIONS = 32;
    private static final RequestSettings ROOMY = new RequestSettings(Duration.ofSeconds(30), 64);

    @TempDir
    private Path folder;

    private final Laggards laggards = new Laggards(8);
    private final Held held = new Held();
    private Origin.Script ofGreen = held;
    private Origin.Script ofOldBlue = held;
    private LiveRollout rollout;

    @BeforeEach
    void the_first_generation_of_blue_and_all_of_green_are_the_tests_to_play() throws Exception {
        rollout = new LiveRollout(folder, this::play);
    }

    private Origin.Script play(DeploymentName deployment, long generation) {
        if (deployment.equals(GREEN)) {
            return (request, line) -> ofGreen.answer(request, line);
        }
        return generation == 1
                ? (request, line) -> ofOldBlue.answer(request, line)
                : (request, line) -> laggards.answer(request, line, "generation " + generation);
    }

    @AfterEach
    void end() {
        laggards.letAllGo();
        held.release(100);
        rollout.close();
    }

    @Test
    void g4_fifty_rolling_replaces_under_500_requests_a_second_lose_no_request() throws Exception {
        running(2, 2);
        var load = Load.paced(rollout.port(), CONNECTIONS, PER_SECOND);
        load.awaitNext(CONNECTIONS);
        for (int generation = 3; generation <= 52; generation++) {
            running(generation, 2);
            load.awaitNext(20);
        }
        assertNothingLost(load);
        assertThat(rollout.retiredBusy()).as("instances retired while busy").isGreaterThanOrEqualTo(50);
    }

    @Test
    void g3_twenty_scale_downs_under_500_requests_a_second_lose_no_request() throws Exception {
        running(2, 3);
        var load = Load.paced(rollout.port(), CONNECTIONS, PER_SECOND);
        load.awaitNext(CONNECTIONS);
        for (int i = 0; i < 20; i++) {
            running(2, 1);
            load.awaitNext(20);
            running(2, 3);
            load.awaitNext(20);
        }
        assertNothingLost(load);
        assertThat(rollout.retiredBusy()).as("instances retired while busy").isGreaterThanOrEqualTo(20);
    }

    @Test
    void g4_ten_replaces_that_are_given_up_half_way_lose_no_request() throws Exception {
        running(2, 3);
        var load = Load.paced(rollout.port(), CONNECTIONS, PER_SECOND);
        load.awaitNext(CONNECTIONS);
        for (int generation = 3; generation <= 12; generation++) {
            var firstReady = new AtomicReference<String>();
            rollout.health(key ->
                    key.generation() == 2 || becomesFirst(firstReady, key.name()) ? Finding.READY : Finding.NOT_READY);
            rollout.want(BLUE, generation, 3, ROOMY);
            load.awaitNext(20);
            assertThat(rollout.upstreams(BLUE)).hasSize(3).contains(firstReady.get());

            running(2, 3);
            load.awaitNext(20);
        }
        assertNothingLost(load);
    }

    private static boolean becomesFirst(AtomicReference<String> first, String name) {
        first.compareAndSet(null, name);
        return name.equals(first.get());
    }

    @Test
    void c12_instances_that_are_taken_out_and_come_back_under_500_requests_a_second_lose_no_request() throws Exception {
        ofOldBlue = (request, line) -> laggards.answer(request, line, "well");
        rollout.bringUp(BLUE, 3, probe(3), probe(1_000));
        var load = Load.paced(rollout.port(), CONNECTIONS, PER_SECOND);
        load.awaitNext(CONNECTIONS);
        for (int i = 0; i < 5; i++) {
            var unwell = rollout.upstreams(BLUE).get(i % 3);
            rollout.health(key -> key.name().equals(unwell) ? Finding.NOT_READY : Finding.READY);
            rollout.loop.advance(Duration.ofSeconds(30));
            assertThat(rollout.upstreams(BLUE)).hasSize(2).doesNotContain(unwell);
            load.awaitNext(20);
            rollout.health(key -> Finding.READY);
            rollout.loop.advance(Duration.ofSeconds(10));
            assertThat(rollout.upstreams(BLUE)).hasSize(3);
        }
        assertNothingLost(load);
    }

    private static Probe probe(int failureThreshold) {
        return new Probe(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(2), 1, failureThreshold);
    }

    private void running(int generation, int instances) throws Exception {
        rollout.want(BLUE, generation, instances, ROOMY);
        rollout.awaitRunning(BLUE, generation, instances);
    }

    private void assertNothingLost(Load load) throws Exception {
        laggards.letAllGo();
        assertThat(load.stop()).containsExactly(entry(200, load.answered()));
        var measured = rollout.measured(BLUE).live();
        assertThat(measured.succeeded()).isEqualTo(load.answered());
        assertThat(measured.failed()).isZero();
    }

    @Test
    void g3_a_request_of_25_seconds_finishes_although_its_instance_is_retired_meanwhile() throws Exception {
        rollout.want(BLUE, 1, 1, ROOMY);
        rollout.want(GREEN, 1, 1, new RequestSettings(Duration.ofSeconds(20), 1));
        try (var slow = rollout.client();
                var impatient = rollout.client()) {
            slow.send(RawClient.score("slow"));
            impatient.send(RawClient.score("x", "azureml-model-deployment: green"));
            held.awaitHolding(2);
            rollout.want(BLUE, 2, 1, ROOMY);

            pass(Duration.ofSeconds(25));
            assertThat(impatient.receive().status())
                    .as("the router has looked at the clock")
                    .isEqualTo(408);
            assertThat(rollout.generations(BLUE)).containsExactly(1L, 2L);
            held.release(2);

            assertThat(slow.receive().body()).isEqualTo("slow");
            rollout.awaitRunning(BLUE, 2, 1);
        }
    }

    @Test
    void c10_a_stuck_request_is_408_at_its_own_time_limit_counted_and_its_retired_instance_then_stops_at_once()
            throws Exception {
        rollout.want(BLUE, 1, 1, ROOMY);
        try (var stuck = rollout.client()) {
            stuck.send(RawClient.score("x"));
            held.awaitHolding(1);
            rollout.want(BLUE, 2, 1, ROOMY);

            rollout.routerAdvance(ROOMY.timeout());

            assertThat(stuck.receive().status()).isEqualTo(408);
            rollout.awaitRunning(BLUE, 2, 1);
            assertThat(rollout.measured(BLUE).live().clientErrors()).isEqualTo(1);
        }
    }

    @Test
    void whatever_is_in_flight_5_seconds_after_the_time_limit_is_cut_answered_424_and_counted() throws Exception {
        rollout.want(BLUE, 1, 2, ROOMY);
        try (var one = rollout.client();
                var other = rollout.client()) {
            one.send(RawClient.score("x"));
            other.send(RawClient.score("x"));
            held.awaitHolding(2);
            rollout.want(BLUE, 1, 1, ROOMY);

            rollout.loop.advance(ROOMY.timeout().plusMillis(4_999));
            assertThat(rollout.generations(BLUE)).hasSize(2);
            rollout.loop.advance(Duration.ofMillis(1));
            assertThat(rollout.generations(BLUE)).hasSize(1);
            held.release(2);

            var answers = List.of(one.receive(), other.receive());
            assertThat(answers).extracting(Message::status).containsExactlyInAnyOrder(200, 424);
            assertThat(answers)
                    .extracting(answer -> answer.field("ms-azureml-model-error-statuscode"))
                    .containsExactlyInAnyOrder("", "502");
            assertThat(rollout.measured(BLUE).live().serverErrors()).isEqualTo(1);
        }
    }

    @Test
    void an_answer_that_has_begun_is_cut_short_at_the_drain_deadline_and_counted() throws Exception {
        ofOldBlue = (request, line) -> {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            held.answer(request, line);
        };
        rollout.want(BLUE, 1, 1, ROOMY);
        try (var stuck = rollout.client()) {
            stuck.send(RawClient.score("x"));
            held.awaitHolding(1);
            rollout.want(BLUE, 2, 1, ROOMY);

            rollout.loop.advance(ROOMY.timeout().plusSeconds(5));

            assertThat(stuck.readsUntilClosed())
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .endsWith("\r\n\r\nhalf");
            assertThat(rollout.measured(BLUE).live().serverErrors()).isEqualTo(1);
        }
    }

    @Test
    void a_replace_that_shortens_the_time_limit_leaves_older_requests_theirs() throws Exception {
        rollout.want(BLUE, 1, 1, ROOMY);
        try (var slow = rollout.client()) {
            slow.send(RawClient.score("slow"));
            held.awaitHolding(1);
            rollout.want(BLUE, 2, 1, new RequestSettings(Duration.ofSeconds(1), 64));

            rollout.loop.advance(Duration.ofSeconds(25));
            held.release(1);

            assertThat(slow.receive().body()).isEqualTo("slow");
        }
    }

    @Test
    void m1_a_request_of_25_seconds_to_a_deployment_that_is_deleted_meanwhile_finishes() throws Exception {
        rollout.want(BLUE, 2, 1, ROOMY);
        rollout.want(GREEN, 1, 1, ROOMY);
        try (var slow = rollout.client()) {
            slow.send(RawClient.score("slow", "azureml-model-deployment: green"));
            held.awaitHolding(1);
            rollout.delete(GREEN);

            pass(Duration.ofSeconds(25));
            assertThat(rollout.generations(GREEN)).hasSize(1);
            held.release(1);

            assertThat(slow.receive().body()).isEqualTo("slow");
            await().until(() -> rollout.generations(GREEN).isEmpty());
        }
    }

    private void pass(Duration time) throws Exception {
        rollout.routerAdvance(time);
        rollout.loop.advance(time);
    }
}
