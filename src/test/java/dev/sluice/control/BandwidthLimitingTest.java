package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.BandwidthLimit;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Labels;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.router.Bandwidth;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BandwidthLimitingTest {

    private static final EndpointName OTHER = new EndpointName("other");

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private RuntimeUnderTest runtime;

    @BeforeEach
    void an_endpoint_is_there() throws Exception {
        runtime = new RuntimeUnderTest(new FakeEngine(host, Path.of("home")), folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

    @Test
    void bytes_pass_freely_until_a_limit_is_set_and_after_it_is_taken_away() {
        assertThat(bandwidth(DIABETES).isLimited()).isFalse();
        runtime.embedded.limitBandwidth(BandwidthLimit.perSecond(5_000_000));
        await().until(() -> bandwidth(DIABETES).isLimited());
        runtime.embedded.limitBandwidth(BandwidthLimit.none());
        await().until(() -> !bandwidth(DIABETES).isLimited());
    }

    @Test
    void what_an_endpoint_has_taken_is_not_forgotten_when_its_routes_change() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        limit();
        var before = bandwidth(DIABETES);
        runtime.ask(runtime.control.applyTraffic(DIABETES, TrafficSplit.NONE));
        runtime.embedded.limitBandwidth(BandwidthLimit.perSecond(5_000_000));
        runtime.ask(runtime.control.scale(BLUE, 2));
        assertThat(bandwidth(DIABETES)).isSameAs(before);
    }

    @Test
    void each_endpoint_has_the_whole_bandwidth_for_itself() throws Exception {
        limit();
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(OTHER, AuthMode.KEY)));
        assertThat(bandwidth(OTHER).isLimited()).isTrue();
        assertThat(bandwidth(OTHER)).isNotSameAs(bandwidth(DIABETES));
    }

    @Test
    void an_endpoint_that_is_created_again_owes_nothing() throws Exception {
        limit();
        var before = bandwidth(DIABETES);
        runtime.ask(runtime.control.deleteEndpoint(DIABETES));
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        assertThat(bandwidth(DIABETES)).isNotSameAs(before);
    }

    @Test
    void kubernetes_endpoints_have_no_such_limit() throws Exception {
        limit();
        runtime.ask(runtime.control.createEndpoint(
                new EndpointSpec(OTHER, EndpointKind.KUBERNETES, AuthMode.KEY, Labels.NONE)));
        assertThat(bandwidth(OTHER).isLimited()).isFalse();
    }

    private void limit() {
        runtime.embedded.limitBandwidth(BandwidthLimit.perSecond(5_000_000));
        await().until(() -> bandwidth(DIABETES).isLimited());
    }

    private Bandwidth bandwidth(EndpointName name) {
        return runtime.router.table().endpoint(name.folded()).orElseThrow().bandwidth();
    }
}
