package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.app.RuntimeOptions.PythonUse;
import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.LogLine;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Sample;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState.Failed;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem.Code;
import dev.sluice.domain.TrafficSplit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that fail, on real processes behind the real router: what their author is told. */
class ProcessFailureTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final Sample sample = Sample.in(DemoCommand.samples().resolve("diabetes"));

    @Test
    void c4_each_broken_script_is_told_by_its_code_and_its_own_traceback_and_moves_no_traffic() throws Exception {
        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.accepted(runtime.control().createEndpoint(sample.endpoint()));
            var syntax = create(runtime, user, "syntax", "def init():\n    pass\ndef run(data)\n    return 1\n");
            var module =
                    create(runtime, user, "module", "import sluice_nowhere\ndef init(): pass\ndef run(data): pass\n");
            var noRun = create(runtime, user, "no-run", "def init(): pass\n");
            var init = create(runtime, user, "init", "def init():\n    open('/no/weights')\ndef run(data): pass\n");

            var told = failed(user, syntax);
            assertThat(told.problem().code()).isEqualTo(Code.USER_SCRIPT_SYNTAX_ERROR);
            assertThat(told.problem().place())
                    .isEqualTo(new Place(folder.resolve("syntax/score.py").toString(), 3, 1));
            assertThat(told.lastLines()).anyMatch(line -> line.contains("def run(data)"));

            told = failed(user, module);
            assertThat(told.problem().code()).isEqualTo(Code.USER_SCRIPT_IMPORT_ERROR);
            assertThat(told.problem().message())
                    .startsWith("the module sluice_nowhere is not installed, though the conda file asks for"
                            + " sluice-nowhere==1.0");

            told = failed(user, noRun);
            assertThat(told.problem().code()).isEqualTo(Code.USER_SCRIPT_FUNCTION_NOT_FOUND);
            assertThat(told.problem().message()).contains("run");

            told = failed(user, init);
            assertThat(told.problem().code()).isEqualTo(Code.USER_SCRIPT_INIT_FAILED);
            assertThat(told.lastLines())
                    .startsWith("Traceback (most recent call last):", "  File \"score.py\", line 2, in init")
                    .contains("Model Directory Contents:")
                    .noneMatch(line -> line.contains("sluice_scoring"));

            var endpoint = user.fleet().endpoint(sample.endpoint().name()).orElseThrow();
            assertThat(endpoint.routing().traffic()).isEqualTo(TrafficSplit.NONE);
        }
    }

    @Test
    void o4_an_exception_in_run_is_told_to_its_author_and_not_to_the_client() throws Exception {
        try (var runtime = open();
                var user = new Walk(runtime.control())) {
            user.accepted(runtime.control().createEndpoint(sample.endpoint()));
            var id = create(
                    runtime, user, "raises", "def init(): pass\ndef run(data):\n    raise KeyError('secret column')\n");
            user.awaitReady(id);
            var log = new CopyOnWriteArrayList<LogLine>();
            runtime.control().followLog(id, 100, log::add);

            var answer = ask(runtime);

            assertThat(answer.status()).isEqualTo(424);
            assertThat(answer.header("ms-azureml-model-error-statuscode")).isEqualTo("500");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("secret column");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(log)
                            .extracting(LogLine::text)
                            .anyMatch(line -> line.contains("KeyError: 'secret column'")));
        }
    }

    private RuntimeHost open() throws Exception {
        return ProcessRuntime.in(folder.resolve("home"), PythonUse.host);
    }

    /** With an environment that asks for a package that nobody has. */
    private DeploymentId create(RuntimeHost runtime, Walk user, String name, String script) throws Exception {
        var code = Files.createDirectories(folder.resolve(name));
        Files.writeString(code.resolve("score.py"), script);
        var packages = Files.writeString(
                folder.resolve(name + ".yml"), "dependencies:\n  - pip:\n    - sluice_nowhere==1.0\n");
        var id = new DeploymentId(sample.endpoint().name(), new DeploymentName(name));
        DeploymentSpec spec = sample.blue()
                .draft()
                .id(id)
                .code(new CodeSource.Folder(code.toString(), "score.py"))
                .environment(new EnvironmentSource.Conda("any", new CondaFile.At(packages.toString())))
                .done();
        user.accepted(runtime.control().besideWhatRuns().createDeployment(spec, InitialTraffic.ALL));
        return id;
    }

    private static Failed failed(Walk user, DeploymentId id) {
        await().atMost(PATIENCE)
                .until(() -> user.fleet()
                        .deployment(id)
                        .filter(view -> view.state() instanceof Failed)
                        .isPresent());
        return (Failed) user.fleet().deployment(id).orElseThrow().state();
    }

    private Answer ask(RuntimeHost runtime) throws Exception {
        var invocation = new Invocation(
                sample.endpoint().name(),
                new Target.ByTraffic(),
                "application/json",
                "{}".getBytes(StandardCharsets.UTF_8));
        return runtime.control().invoke(invocation).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
