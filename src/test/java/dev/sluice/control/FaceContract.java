package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.DIABETES;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.engine.InstanceId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * A runtime with one endpoint, spoken to through one of its faces: what its heirs say holds for each alike. One that is
 * no parameterized class sees it from its own process.
 */
abstract class FaceContract {

    @Parameter
    Face face = Face.EMBEDDED;

    @TempDir
    Path folder;

    final FakeHost host = new FakeHost();
    final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    RuntimeUnderTest runtime;

    @BeforeEach
    void an_endpoint_is_there() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder, face);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

    /** After a crash: instances have gone on. */
    void restart(FakeEngine engineAfter) throws Exception {
        runtime.close();
        runtime = new RuntimeUnderTest(engineAfter, folder, face);
    }

    TrafficSplit split() {
        return runtime.fleet().endpoint(DIABETES).orElseThrow().routing().traffic();
    }

    InstanceId onlyInstance() {
        return engine.list().toCompletableFuture().join().get(0).id();
    }

    InstanceId instanceOf(DeploymentId id) {
        return engine.list().toCompletableFuture().join().stream()
                .filter(instance -> instance.key().deployment().equals(id))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
