package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.demo.Sample;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user finds again after the program has ended, well or badly. On plain processes. */
class RestartTest {

    @TempDir
    private Path home;

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));

    @Test
    void a_killed_program_comes_back_as_it_was_with_the_same_instances() throws Exception {
        runUntilKilled();

        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.awaitReady(sample.blue().id());
            user.awaitReady(sample.green().id());
            var endpoint = user.fleet().endpoint(sample.endpoint().name()).orElseThrow();
            assertThat(endpoint.routing().traffic())
                    .isEqualTo(TrafficSplit.allTo(sample.blue().id().deployment()));
            assertThat(endpoint.routing().mirror())
                    .isEqualTo(Mirror.to(sample.green().id().deployment(), new Percent(10)));
            assertThat(scoringServers()).as("processes of the two instances").hasSize(2);
            assertThat(answer(runtime)).isEqualTo(200);
        }
        assertThat(scoringServers()).as("what an orderly end leaves running").isEmpty();
    }

    @Test
    void a_closed_program_opens_again_with_the_same_address_keys_and_models() throws Exception {
        Credentials keys;
        String address;
        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.bringUp(sample);
            keys = keys(runtime);
            address = user.fleet().endpoints().get(0).scoringUri();
        }
        assertThat(scoringServers()).isEmpty();

        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.awaitReady(sample.blue().id());
            assertThat(keys(runtime)).isEqualTo(keys);
            assertThat(user.fleet().endpoints().get(0).scoringUri()).isEqualTo(address);
            assertThat(answer(runtime)).isEqualTo(200);
        }
    }

    private void runUntilKilled() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedRuntime.class.getName(),
                        home.toString(),
                        EngineChoice.process.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().anyMatch(DoomedRuntime.READY::equals))
                    .as("the sample is up")
                    .isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private RuntimeHost open() throws Exception {
        var options = new RuntimeOptions();
        options.home = home;
        options.engine = EngineChoice.process;
        return RuntimeHost.start(options, Clock.systemUTC());
    }

    private Credentials keys(RuntimeHost runtime) throws Exception {
        return runtime.control()
                .credentials(sample.endpoint().name())
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private int answer(RuntimeHost runtime) throws Exception {
        var invocation = new Invocation(
                sample.endpoint().name(),
                new Target.ByTraffic(),
                "application/json",
                sample.request().getBytes(StandardCharsets.UTF_8));
        return runtime.control()
                .invoke(invocation)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .status();
    }

    /** The masters of scoring servers below this test's state folder. */
    private List<Long> scoringServers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
                .filter(process -> process.info().commandLine().orElse("").contains("scoring_server"))
                .filter(process -> process.parent()
                        .flatMap(parent -> parent.info().commandLine())
                        .filter(line -> line.contains("scoring_server"))
                        .isEmpty())
                .map(ProcessHandle::pid)
                .toList();
    }
}
