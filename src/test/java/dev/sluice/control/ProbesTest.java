package dev.sluice.control;

import static dev.sluice.control.LiveRollout.BLUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Probe;
import dev.sluice.reconcile.Prober.Finding;
import dev.sluice.reconcile.Probing.Kind;
import dev.sluice.router.http.Held;
import dev.sluice.router.http.Origin;
import dev.sluice.router.http.RawClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What probes lead to, by the whole way from an instance's health to a request. Time is the test's to move. */
class ProbesTest {

    private static final Probe READINESS = probe(10, 5, 2, 3);
    private static final Probe LIVENESS = probe(7, 3, 1, 4);
    private static final Probe PATIENT = probe(10, 10, 1, 1_000);

    @TempDir
    private Path folder;

    private final Held held = new Held();
    private Origin.Script answers = (request, line) -> line.send(Origin.ok("well"));
    private LiveRollout rollout;

    @BeforeEach
    void begin() throws Exception {
        rollout = new LiveRollout(folder, (deployment, generation) -> (request, line) -> answers.answer(request, line));
    }

    @AfterEach
    void end() {
        held.release(10);
        rollout.close();
    }

    @Test
    void c12_looks_are_a_period_apart_and_liveness_begins_after_its_initial_delay() throws Exception {
        rollout.bringUp(BLUE, 1, probe(10, 5, 1, 3), LIVENESS);
        rollout.loop.advance(Duration.ofSeconds(16));

        assertThat(rollout.asked("blue-i1", Kind.READINESS)).isEqualTo(seconds(0, 5, 10, 15));
        assertThat(rollout.asked("blue-i1", Kind.LIVENESS)).isEqualTo(seconds(7, 10, 13, 16));
    }

    @Test
    void an_instance_that_starts_is_asked_eagerly_but_is_ready_by_its_success_threshold() throws Exception {
        rollout.health(key -> Finding.NOT_READY);
        rollout.bringUp(BLUE, 1, READINESS, PATIENT);
        rollout.loop.advance(Duration.ofMillis(1_950));
        rollout.health(key -> Finding.READY);

        rollout.loop.advance(Duration.ofMillis(50));
        assertThat(rollout.upstreams(BLUE)).as("one success of two").isEmpty();
        rollout.loop.advance(READINESS.period());
        assertThat(rollout.upstreams(BLUE)).containsExactly("blue-i1");
    }

    @Test
    void c12_an_instance_that_is_never_ready_gets_no_request_and_fails_after_310_seconds() throws Exception {
        rollout.health(key -> Finding.NOT_READY);
        rollout.create(BLUE, 1, Probe.DEFAULT, Probe.DEFAULT);

        rollout.loop.advance(Duration.ofSeconds(310));
        assertThat(rollout.told()).isEmpty();
        try (var client = rollout.client()) {
            assertThat(client.call(RawClient.score("x")).status()).isEqualTo(424);
        }
        rollout.loop.advance(Duration.ofSeconds(1));

        assertThat(rollout.told()).first().isEqualTo("blue-i1 ended: not ready in time");
        assertThat(rollout.told()).last().asString().contains("blue given up", "did not become ready within 310 s");
    }

    @Test
    void c12_of_two_instances_the_one_that_fails_its_readiness_probe_gets_no_requests_until_it_succeeds_again()
            throws Exception {
        rollout.bringUp(BLUE, 2, READINESS, PATIENT);
        rollout.loop.advance(READINESS.period());
        rollout.health(key -> key.name().equals("blue-i1") ? Finding.NOT_READY : Finding.READY);

        rollout.loop.advance(READINESS.period().multipliedBy(2));
        assertThat(rollout.upstreams(BLUE)).as("two failures of three").hasSize(2);
        rollout.loop.advance(READINESS.period());
        assertThat(rollout.upstreams(BLUE)).containsExactly("blue-i2");
        assertThat(rollout.generations(BLUE)).as("it is kept").hasSize(2);

        rollout.health(key -> Finding.READY);
        rollout.loop.advance(READINESS.period());
        assertThat(rollout.upstreams(BLUE)).as("one success of two").containsExactly("blue-i2");
        rollout.loop.advance(READINESS.period());
        assertThat(rollout.upstreams(BLUE)).containsExactlyInAnyOrder("blue-i1", "blue-i2");
        assertThat(rollout.told())
                .containsSubsequence("blue-i1 unready", "blue-i1 ready again")
                .doesNotHaveDuplicates();
    }

    @Test
    void c12_when_none_is_ready_any_more_requests_are_424_and_what_was_in_flight_is_answered() throws Exception {
        rollout.bringUp(BLUE, 1, READINESS, PATIENT);
        rollout.loop.advance(READINESS.period());
        answers = held;
        try (var busy = rollout.client();
                var late = rollout.client()) {
            busy.send(RawClient.score("in flight"));
            held.awaitHolding(1);
            rollout.health(key -> Finding.SILENT);
            rollout.loop.advance(READINESS.period().multipliedBy(3));

            var refused = late.call(RawClient.score("late"));
            assertThat(refused.status()).isEqualTo(424);
            assertThat(refused.field("ms-azureml-model-error-reason")).isEqualTo("model_not_ready");
            held.release(1);
            assertThat(busy.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void c12_an_instance_that_fails_its_liveness_probe_is_replaced_and_told_of() throws Exception {
        rollout.bringUp(BLUE, 1, PATIENT, LIVENESS);
        rollout.health(key -> key.name().equals("blue-i1") ? Finding.SILENT : Finding.READY);

        rollout.loop.advance(Duration.ofSeconds(7 + 2 * 3));
        assertThat(rollout.told()).as("three failures of four").containsExactly("blue provisioned");
        rollout.loop.advance(Duration.ofSeconds(3));

        assertThat(rollout.told()).contains("blue-i1 ended: liveness probe failed");
        assertThat(rollout.upstreams(BLUE)).containsExactly("blue-i2");
        assertThat(rollout.generations(BLUE)).hasSize(1);
    }

    @Test
    void o2_instances_that_die_again_and_again_are_replaced_after_growing_pauses() throws Exception {
        rollout.bringUp(BLUE, 1, PATIENT, probe(1, 1, 1, 1));
        rollout.health(key -> Finding.SILENT);

        rollout.loop.advance(Duration.ofSeconds(20));
        int atFirst = rollout.told().size();
        rollout.loop.advance(Duration.ofSeconds(40));

        assertThat(rollout.told().size() - atFirst)
                .as("deaths in the next 40 s, which would be 13 without a pause")
                .isBetween(1, 4);
    }

    private static List<Duration> seconds(int... moments) {
        return IntStream.of(moments).mapToObj(Duration::ofSeconds).toList();
    }

    private static Probe probe(int delay, int period, int successes, int failures) {
        return new Probe(
                Duration.ofSeconds(delay), Duration.ofSeconds(period), Duration.ofSeconds(2), successes, failures);
    }
}
