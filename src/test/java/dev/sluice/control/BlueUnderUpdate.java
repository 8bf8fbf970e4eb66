package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.engine.Instance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A runtime in which blue serves with one instance, and what tests of updates ask of it. */
abstract class BlueUnderUpdate {

    @TempDir
    Path folder;

    final FakeHost host = new FakeHost();
    final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    RuntimeUnderTest runtime;
    String first = "";

    @BeforeEach
    void blue_has_all_the_traffic() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        first = runtime.router.upstreams(BLUE).get(0);
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

    void scaleTo(int count) throws Exception {
        runtime.ask(runtime.control.scale(BLUE, count));
        await().until(() -> runtime.router.upstreams(BLUE).size() == count);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    void update(DeploymentSpec spec) throws Exception {
        assertThat(runtime.ask(runtime.control.updateDeployment(spec))).isInstanceOf(Outcome.Applied.class);
    }

    DeploymentSpec with(Map<String, String> variables) {
        var now = runtime.spec(BLUE);
        return spec(now.labels(), now.environment(), variables, now.requests());
    }

    DeploymentSpec onImage(String image) {
        var now = runtime.spec(BLUE);
        return spec(now.labels(), new EnvironmentSource.Image(image), Map.of(), now.requests());
    }

    DeploymentSpec changed(Labels labels, RequestSettings requests) {
        return spec(labels, runtime.spec(BLUE).environment(), Map.of(), requests);
    }

    DeploymentSpec spec(
            Labels labels, EnvironmentSource environment, Map<String, String> variables, RequestSettings requests) {
        var now = runtime.spec(BLUE);
        return now.draft()
                .id(BLUE)
                .labels(labels)
                .model(new ModelSource.None())
                .environment(environment)
                .environmentVariables(new TreeMap<>(variables))
                .instanceCount(1)
                .requests(requests)
                .done();
    }

    String newest() {
        return engine.started().get(engine.started().size() - 1).key().name();
    }

    Fleet.DeploymentView view() {
        return runtime.fleet().deployment(BLUE).orElseThrow();
    }

    DeploymentState state() {
        return view().state();
    }

    TrafficSplit split() {
        return runtime.fleet().endpoint(DIABETES).orElseThrow().routing().traffic();
    }

    List<Instance> instances() {
        return engine.list().toCompletableFuture().join();
    }

    List<Path> generationsOnDisk() throws Exception {
        try (var folders = Files.list(folder.resolve("home/deployments/diabetes/blue"))) {
            return folders.toList();
        }
    }
}
