package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.domain.Usage;
import dev.sluice.engine.Consumption;
import dev.sluice.engine.FakeEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The runtime seen from its own process: what it keeps over a restart, and its end. */
class EmbeddedControlTest extends FaceContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void after_a_restart_what_was_given_up_is_still_created_again_with_the_share_it_was_to_have() throws Exception {
        engine.refuse(FakeEngine.Call.PREPARE, Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "", "no such image", ""));
        runtime.create(BLUE, InitialTraffic.ALL);
        runtime.awaitState(BLUE, DeploymentState.Failed.class);
        engine.startsAtOnce();
        engine.allow(FakeEngine.Call.PREPARE);
        restart(engine);
        runtime.awaitState(BLUE, DeploymentState.Failed.class);

        assertThat(runtime.ask(runtime.control.recreateDeployment(runtime.spec(BLUE))))
                .isInstanceOf(Outcome.Applied.class);

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
    }

    @Test
    void o1_after_a_crash_all_is_as_it_was_and_no_instance_is_started_twice() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.to(GREEN.deployment(), new Percent(10))));
        var credentials = runtime.get(runtime.control.credentials(DIABETES));
        var before = runtime.fleet().endpoint(DIABETES).orElseThrow();

        var engineAfter = new FakeEngine(host, Path.of("home")).startsAtOnce();
        restart(engineAfter);

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        runtime.awaitState(GREEN, DeploymentState.Succeeded.class);
        assertThat(runtime.fleet().endpoint(DIABETES).orElseThrow().routing()).isEqualTo(before.routing());
        assertThat(runtime.get(runtime.control.credentials(DIABETES))).isEqualTo(credentials);
        assertThat(engineAfter.started()).isEmpty();
        assertThat(runtime.router.upstreams(BLUE)).hasSize(1);
    }

    @Test
    void o1_a_crash_while_a_deployment_is_being_created_does_not_lose_it_or_its_traffic() throws Exception {
        engine.hold(FakeEngine.Call.PREPARE);
        runtime.create(BLUE, InitialTraffic.ALL);

        restart(new FakeEngine(host, Path.of("home")).startsAtOnce());

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
    }

    @Test
    void an_orderly_end_stops_every_instance_and_starts_none_in_its_place() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.hold(FakeEngine.Call.START);
        runtime.ask(runtime.control.scale(BLUE, 3));
        await().until(() ->
                runtime.fleet().jobs().get(0).steps().stream().anyMatch(step -> step.phase() == Phase.START));

        var stopped = runtime.embedded.stopInstances().toCompletableFuture();
        engine.release(FakeEngine.Call.START);

        runtime.get(stopped);
        assertThat(engine.list().toCompletableFuture().join()).isEmpty();
        assertThat(engine.started()).hasSize(3);
    }

    @Test
    void what_an_instance_takes_is_in_the_picture_and_in_the_samples() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        var busy = Duration.ZERO;
        var samples = Collections.synchronizedList(new ArrayList<TrafficSample>());
        try (var watching = runtime.control.watchHistory(DIABETES, samples::add)) {
            assertThat(watching).isNotNull();
            engine.takes(onlyInstance(), new Consumption(NOON, busy, 80 << 20));
            await().until(() -> samples.size() >= 3);
            engine.takes(onlyInstance(), new Consumption(NOON.plusSeconds(2), busy.plusSeconds(1), 90 << 20));

            var usage = new Usage(0.5, 90 << 20);
            runtime.awaitEndpoint(
                    DIABETES,
                    endpoint -> endpoint.deployments()
                            .get(0)
                            .instances()
                            .get(0)
                            .usage()
                            .equals(Optional.of(usage)));
            await().until(() -> samples.stream()
                    .flatMap(sample -> sample.instances().stream())
                    .anyMatch(instance -> instance.usage().equals(usage)
                            && instance.deployment().equals(BLUE.deployment())));
        }
    }
}
