package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import dev.sluice.engine.InstanceId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs of instances that have ended, asked for through the real runtime. */
class LogTailsTest {

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private final List<LogLine> seen = new CopyOnWriteArrayList<>();
    private RuntimeUnderTest runtime;

    @BeforeEach
    void blue_runs() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
        runtime.bringUp(BLUE, InitialTraffic.ALL);
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

    @Test
    void o3_the_last_lines_of_what_has_ended_and_of_what_runs_are_read_at_once() throws Exception {
        var crashed = crash("Segmentation fault");
        var running = onlyInstance();
        engine.logs(running, "one");
        engine.logs(running, "two");
        engine.logs(running, "three");

        var read = runtime.get(runtime.control.log(BLUE, 2));

        assertThat(read)
                .extracting(LogLine::text)
                .startsWith("Segmentation fault")
                .endsWith("two", "three")
                .doesNotContain("one");
        assertThat(read.get(0).instance()).isEqualTo(crashed);
        assertThat(runtime.get(runtime.control.log(GREEN, 2))).isEmpty();
    }

    @Test
    void a_crashed_instances_last_lines_and_why_it_ended_are_still_there_when_its_log_is_gone() throws Exception {
        var crashed = crash("Segmentation fault");

        try (var following = runtime.control.followLog(BLUE, 100, seen::add)) {
            assertThat(following).isNotNull();
            await().until(() -> seen.size() == 2);
        }

        assertThat(seen).extracting(LogLine::instance).containsOnly(crashed);
        assertThat(seen.get(0).text()).isEqualTo("Segmentation fault");
        assertThat(seen.get(1).text()).matches("\\d{4}-.* E \\[0] sluice - instance .* killed by signal 11");
    }

    @Test
    void who_follows_meanwhile_gets_each_line_once() throws Exception {
        try (var following = runtime.control.followLog(BLUE, 100, seen::add)) {
            assertThat(following).isNotNull();
            engine.logs(onlyInstance(), "before");
            await().until(() -> seen.size() == 1);

            crash("Segmentation fault");

            await().until(() -> seen.size() == 3);
            engine.logs(onlyInstance(), "the next one");
            await().until(() -> seen.size() == 4);
        }
        assertThat(seen)
                .extracting(LogLine::text)
                .startsWith("before", "Segmentation fault")
                .endsWith("the next one");
    }

    @Test
    void a_deployment_of_the_same_name_does_not_inherit_them() throws Exception {
        crash("Segmentation fault");
        runtime.ask(runtime.control.applyTraffic(DIABETES, TrafficSplit.NONE));
        runtime.ask(runtime.control.deleteDeployment(BLUE));
        runtime.awaitEndpoint(DIABETES, view -> view.deployments().isEmpty());
        runtime.bringUp(BLUE, InitialTraffic.NONE);

        try (var following = runtime.control.followLog(BLUE, 100, seen::add)) {
            assertThat(following).isNotNull();
            engine.logs(onlyInstance(), "a new life");
            await().until(() -> !seen.isEmpty());
        }
        assertThat(seen).extracting(LogLine::text).containsExactly("a new life");
    }

    /** The name of the instance that has crashed; another one is up in its place. */
    private String crash(String lastLine) throws Exception {
        var id = onlyInstance();
        var name = engine.list().toCompletableFuture().join().get(0).key().name();
        engine.logs(id, lastLine);
        engine.ends(id, 139, "killed by signal 11");
        await().until(() -> {
            var present = engine.list().toCompletableFuture().join();
            return present.size() == 1 && !present.get(0).id().equals(id);
        });
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        return name;
    }

    private InstanceId onlyInstance() {
        return engine.list().toCompletableFuture().join().get(0).id();
    }
}
