package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Sample;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState.UpdateFailed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment that is updated on real processes, behind the real router. */
class ProcessUpdateTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));

    @Test
    void an_update_answers_every_request_and_one_that_fails_leaves_the_version_before_it() throws Exception {
        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.accepted(runtime.control().createEndpoint(sample.endpoint()));
            user.accepted(runtime.control().createDeployment(sample.blue(), InitialTraffic.ALL));
            user.awaitReady(sample.blue().id());

            user.accepted(runtime.control().updateDeployment(running("newer", "pass")));
            var answers = new ArrayList<Answer>();
            await().atMost(PATIENCE).until(() -> {
                answers.add(ask(runtime));
                return text(answers.get(answers.size() - 1)).contains("newer");
            });
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            user.awaitReady(sample.blue().id());

            user.accepted(runtime.control().updateDeployment(running("broken", "raise ValueError('no weights')")));
            await().atMost(PATIENCE)
                    .until(() -> user.fleet()
                            .deployment(sample.blue().id())
                            .filter(view -> view.state() instanceof UpdateFailed)
                            .isPresent());
            var view = user.fleet().deployment(sample.blue().id()).orElseThrow();
            assertThat(((UpdateFailed) view.state()).lastLines()).anyMatch(line -> line.contains("no weights"));
            assertThat(text(ask(runtime))).contains("newer");
            assertThat(view.instances())
                    .singleElement()
                    .satisfies(instance -> assertThat(instance.life().probes()).isNotEmpty());
        }
    }

    @Test
    void c8_g1_a_second_instance_joins_without_a_failed_request_and_both_serve_as_processes_of_their_own()
            throws Exception {
        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.accepted(runtime.control().createEndpoint(sample.endpoint()));
            user.accepted(runtime.control().createDeployment(tellingItsProcess(), InitialTraffic.ALL));
            user.awaitReady(sample.blue().id());

            user.accepted(runtime.control().scale(sample.blue().id(), 2));
            var answers = new ArrayList<Answer>();
            await().atMost(PATIENCE).until(() -> {
                answers.add(ask(runtime));
                return answers.stream().map(ProcessUpdateTest::text).distinct().count() == 2;
            });

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            user.awaitReady(sample.blue().id());
            assertThat(user.instances(sample.blue().id())).hasSize(2).doesNotHaveDuplicates();
        }
    }

    private DeploymentSpec tellingItsProcess() throws Exception {
        var code = Files.createDirectories(folder.resolve("process"));
        Files.writeString(
                code.resolve("score.py"),
                "import os\n\n\ndef init():\n    pass\n\n\ndef run(data):\n    return os.getpid()\n");
        return sample.blue()
                .draft()
                .code(new CodeSource.Folder(code.toString(), "score.py"))
                .done();
    }

    private RuntimeHost open() throws Exception {
        return ProcessRuntime.in(folder.resolve("home"));
    }

    /** Blue with other code, which answers {@code word} and does {@code init} when it starts. */
    private DeploymentSpec running(String word, String init) throws Exception {
        var code = Files.createDirectories(folder.resolve(word));
        Files.writeString(
                code.resolve("score.py"),
                "def init():\n    " + init + "\n\n\ndef run(data):\n    return \"" + word + "\"\n");
        var blue = sample.blue();
        return blue.draft()
                .code(new CodeSource.Folder(code.toString(), "score.py"))
                .done();
    }

    private Answer ask(RuntimeHost runtime) throws Exception {
        var invocation = new Invocation(
                sample.endpoint().name(),
                new Target.ByTraffic(),
                "application/json",
                sample.request().getBytes(StandardCharsets.UTF_8));
        return runtime.control().invoke(invocation).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
