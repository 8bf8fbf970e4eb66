package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.Change.What;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes at an endpoint is told with its samples. */
class ChronicleTest {

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private final List<What> told = Collections.synchronizedList(new ArrayList<>());
    private RuntimeUnderTest runtime;

    @BeforeEach
    void blue_has_all_traffic_and_green_is_there() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        runtime.control.watchTraffic(DIABETES, sample -> sample.changes().forEach(change -> told.add(change.what())));
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        awaitTold(new What.Ready(GREEN.deployment()));
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

    @Test
    void deployments_that_come_up_are_told_with_the_traffic_they_get() {
        var all = TrafficSplit.allTo(BLUE.deployment());

        assertThat(told)
                .containsExactly(
                        new What.Created(BLUE.deployment()),
                        new What.Ready(BLUE.deployment()),
                        new What.Traffic(TrafficSplit.NONE, all),
                        new What.Created(GREEN.deployment()),
                        new What.Ready(GREEN.deployment()));
    }

    @Test
    void what_is_changed_and_changed_back_within_a_second_is_told_twice() throws Exception {
        told.clear();
        var half = TrafficSplit.allTo(BLUE.deployment())
                .with(BLUE.deployment(), new Percent(50))
                .with(GREEN.deployment(), new Percent(50));
        var all = TrafficSplit.allTo(BLUE.deployment());

        runtime.control.applyTraffic(DIABETES, half);
        runtime.ask(runtime.control.applyTraffic(DIABETES, all));

        awaitTold(new What.Traffic(half, all));
        assertThat(told).containsExactly(new What.Traffic(all, half), new What.Traffic(half, all));
    }

    @Test
    void mirrors_scales_and_deletions_are_told() throws Exception {
        told.clear();
        var mirror = Mirror.to(GREEN.deployment(), new Percent(10));

        runtime.ask(runtime.control.applyMirror(DIABETES, mirror));
        runtime.ask(runtime.control.scale(BLUE, 2));
        runtime.ask(runtime.control.besideWhatRuns().deleteDeployment(GREEN));

        awaitTold(new What.Deleted(GREEN.deployment()));
        assertThat(told)
                .containsExactly(
                        new What.Mirrored(Mirror.off(), mirror),
                        new What.Scaled(BLUE.deployment(), 1, 2),
                        new What.Deleted(GREEN.deployment()),
                        new What.Mirrored(mirror, Mirror.off()));
    }

    @Test
    void o2_an_instance_that_crashes_is_told_once_with_its_reason_however_soon_it_is_replaced() {
        told.clear();
        var instance = engine.list().toCompletableFuture().join().stream()
                .filter(one -> one.key().deployment().equals(BLUE))
                .findFirst()
                .orElseThrow();

        engine.ends(instance.id(), 137, "killed: out of memory");

        var crash = new What.Crashed(BLUE.deployment(), instance.key().name(), "killed: out of memory");
        awaitTold(crash);
        assertThat(told).containsExactly(crash);
    }

    private void awaitTold(What what) {
        Awaitility.await().until(() -> told.contains(what));
    }
}
