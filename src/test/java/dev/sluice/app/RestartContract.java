package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.demo.Sample;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.SubstitutionFile;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user finds again after the program has ended, well or badly. */
abstract class RestartContract {

    private final EngineChoice engine;

    @TempDir
    private Path home;

    RestartContract(EngineChoice engine) {
        this.engine = engine;
    }

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));

    @Test
    void o1_a_killed_program_comes_back_as_it_was_with_the_same_instances() throws Exception {
        var instances = instancesOfAKilledProgram();

        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.awaitReady(sample.blue().id());
            user.awaitReady(sample.green().id());
            var endpoint = user.fleet().endpoint(sample.endpoint().name()).orElseThrow();
            assertThat(endpoint.routing().traffic())
                    .isEqualTo(TrafficSplit.allTo(sample.blue().id().deployment()));
            assertThat(endpoint.routing().mirror())
                    .isEqualTo(Mirror.to(sample.green().id().deployment(), new Percent(10)));
            assertThat(user.instances(sample.blue().id())).isEqualTo(instances.subList(0, 1));
            assertThat(user.instances(sample.green().id())).isEqualTo(instances.subList(1, 2));
            assertThat(whatRuns()).as("instances that the engine has").hasSize(2);
            assertThat(answer(runtime)).isEqualTo(200);
        }
        assertThat(whatRuns()).as("what an orderly end leaves").isEmpty();
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
        assertThat(whatRuns()).isEmpty();

        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.awaitReady(sample.blue().id());
            assertThat(keys(runtime)).isEqualTo(keys);
            assertThat(user.fleet().endpoints().get(0).scoringUri()).isEqualTo(address);
            assertThat(answer(runtime)).isEqualTo(200);
        }
    }

    /** @return the names of its instances, blue's and green's */
    private List<String> instancesOfAKilledProgram() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedRuntime.class.getName(),
                        home.toString(),
                        engine.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(DoomedRuntime.READY))
                    .findFirst()
                    .map(line ->
                            List.of(line.substring(DoomedRuntime.READY.length()).split(" ")))
                    .orElseThrow(() -> new AssertionError("the sample did not come up"));
        } finally {
            program.destroyForcibly();
            program.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private RuntimeHost open() throws Exception {
        var options = new RuntimeOptions();
        options.home = home;
        options.engine = engine;
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

    /** Asked of an engine object of its own, as a later program would. */
    private List<String> whatRuns() throws Exception {
        var options = new RuntimeOptions();
        options.engine = engine;
        var noSubstitutions = new SubstitutionFile(home.resolve("image-substitutions.txt"), ImageSubstitutions.NONE);
        try (var fresh = Engines.choose(options, home, noSubstitutions, Clock.systemUTC())
                .engine()) {
            return fresh.list().toCompletableFuture().get(10, TimeUnit.SECONDS).stream()
                    .map(instance -> instance.key().name())
                    .toList();
        }
    }
}
