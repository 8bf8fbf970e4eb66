package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.app.RuntimeOptions.PythonUse;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.LogLine;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Sample;
import dev.sluice.domain.Activity;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.Probe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is there and does nothing any more: what the probes make of it, on the runtime's own clock. */
class ProcessHealthTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));

    @Test
    void c12_a_process_that_hangs_is_found_by_its_liveness_probe_and_replaced_and_the_log_says_so() throws Exception {
        try (var runtime = ProcessRuntime.in(folder.resolve("home"), PythonUse.host);
                var user = new Walk(runtime.control())) {
            var blue = tellsItsProcess();
            var log = new CopyOnWriteArrayList<LogLine>();
            var journal = new CopyOnWriteArrayList<Activity>();
            user.accepted(runtime.control().createEndpoint(sample.endpoint()));
            user.accepted(runtime.control().createDeployment(blue, InitialTraffic.ALL));
            user.awaitReady(blue.id());
            runtime.control().followLog(blue.id(), 100, log::add);
            runtime.control().watchActivity(100, journal::add);
            var hanging = user.instances(blue.id()).get(0);
            long process = answering(runtime);

            stop(process);

            await().atMost(PATIENCE)
                    .until(() -> !user.instances(blue.id()).isEmpty()
                            && !user.instances(blue.id()).contains(hanging));
            user.awaitReady(blue.id());
            assertThat(answering(runtime)).isNotEqualTo(process);
            await().atMost(PATIENCE)
                    .until(() -> ProcessHandle.of(process)
                            .filter(ProcessHandle::isAlive)
                            .isEmpty());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(log)
                            .filteredOn(line -> line.instance().equals(hanging))
                            .extracting(LogLine::text)
                            .anyMatch(line -> line.contains("failed its liveness probe too often and is replaced")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(journal)
                            .extracting(Activity::why)
                            .anyMatch(why -> why.contains(hanging) && why.contains("liveness probe")));
        }
    }

    private DeploymentSpec tellsItsProcess() throws Exception {
        var code = Files.createDirectories(folder.resolve("code"));
        Files.writeString(
                code.resolve("score.py"), "import os\ndef init(): pass\ndef run(data):\n    return os.getpid()\n");
        return sample.blue()
                .draft()
                .code(new CodeSource.Folder(code.toString(), "score.py"))
                .liveness(new Probe(SECOND, SECOND, Duration.ofSeconds(2), 1, 3))
                .readiness(new Probe(SECOND, SECOND, Duration.ofSeconds(2), 1, 100))
                .done();
    }

    private long answering(RuntimeHost runtime) throws Exception {
        var invocation = new Invocation(
                sample.endpoint().name(),
                new Target.ByTraffic(),
                "application/json",
                "{}".getBytes(StandardCharsets.UTF_8));
        var answer = runtime.control().invoke(invocation).toCompletableFuture().get(60, TimeUnit.SECONDS);
        return Long.parseLong(new String(answer.body(), StandardCharsets.UTF_8).strip());
    }

    /** The whole instance: the process, and those of it that lie between it and us. */
    private static void stop(long process) throws Exception {
        var itsOwn = Stream.iterate(
                        ProcessHandle.of(process),
                        one -> one.isPresent()
                                && one.get().pid() != ProcessHandle.current().pid(),
                        one -> one.flatMap(ProcessHandle::parent))
                .map(one -> one.orElseThrow().pid())
                .toList();
        assertThat(itsOwn).isNotEmpty();
        var words = Stream.concat(Stream.of("kill", "-STOP"), itsOwn.stream().map(String::valueOf));
        var kill = new ProcessBuilder(words.toList()).inheritIO().start();
        assertThat(kill.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }
}
