package dev.sluice.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Serving;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.engine.RealEngineContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProcessEngineTest extends RealEngineContract {

    @Override
    protected InstanceEngine open(Path someHome) {
        return open(someHome, Map.of("SLUICE_TEST_SECRET", "not for instances"));
    }

    private static InstanceEngine open(Path someHome, Map<String, String> more) {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        return ProcessEngine.open(someHome, environment, PythonChoice.AUTO, Clock.systemUTC());
    }

    @Override
    protected EnvironmentSource environment() {
        return new EnvironmentSource.Build("/anywhere", "Dockerfile");
    }

    @Override
    protected void kill(Instance instance) {
        server(instance).destroyForcibly();
    }

    private ProcessHandle server(Instance instance) {
        var record = new InstanceFolder(
                        home.resolve("instances").resolve(instance.id().text()))
                .record();
        return record.orElseThrow().process().find().orElseThrow();
    }

    private List<ProcessHandle> processesOf(Instance instance) {
        return new InstanceFolder(
                        home.resolve("instances").resolve(instance.id().text()))
                .processes();
    }

    @Test
    void the_note_says_which_python_runs_the_code_instead_of_the_dockerfile() {
        var prepared = done(engine.prepare(environment(), line -> {}));

        assertThat(prepared.note()).matches("the Dockerfile is not used: runs under /.+ \\(Python 3\\.\\d+\\.\\d+\\)");
    }

    @Test
    void a5_an_image_that_would_serve_by_itself_is_refused_with_the_key_that_asks_for_it() {
        var image = new EnvironmentSource.Image("tensorflow/serving");
        var routed = new EnvironmentSource.Image("tensorflow/serving", Serving.TRITON);

        assertThat(objection(new CodeSource.None(), image, ModelType.CUSTOM)).isEqualTo("code_configuration");
        assertThat(objection(new CodeSource.Folder("/code", "score.py"), routed, ModelType.CUSTOM))
                .isEqualTo("environment.inference_config");
        assertThat(objection(new CodeSource.None(), new EnvironmentSource.None(), ModelType.TRITON))
                .isEqualTo("model.type");
        assertThat(objection(new CodeSource.Folder("/code", "score.py"), image, ModelType.CUSTOM))
                .isEmpty();
        assertThat(objection(new CodeSource.None(), new EnvironmentSource.None(), ModelType.MLFLOW))
                .isEmpty();
    }

    /** Which key of such a deployment's file the engine objects to. */
    private String objection(CodeSource code, EnvironmentSource environment, ModelType type) {
        var spec = DeploymentSpec.draft(key("blue-1").deployment(), code, environment)
                .model(new ModelSource.Files("/models/m", "m", "1", type))
                .done();
        return engine.objections(spec).stream().map(Problem::path).collect(Collectors.joining());
    }

    @Test
    void one_that_was_made_with_containers_cannot_be_started_and_says_why() {
        var spec = spec("answers", "blue-1", Map.of());
        var own = new Serving.OwnImage(Serving.TRITON, "");

        assertThatThrownBy(() -> done(engine.start(
                        new InstanceSpec(spec.key(), spec.runsIn(), spec.files(), own, Map.of(), spec.size()))))
                .hasMessageContaining("an image that serves by itself")
                .hasMessageContaining("start Docker");
    }

    @Test
    void a_python_that_cannot_be_started_is_named_with_a_way_out() {
        try (var broken = open(home, Map.of("SLUICE_PYTHON", "/nowhere/python3"))) {
            assertThatThrownBy(() -> done(broken.prepare(environment(), line -> {})))
                    .hasMessageContaining("/nowhere/python3")
                    .hasMessageContaining("SLUICE_PYTHON");
        }
    }

    @Test
    void a_python_that_is_too_old_is_refused() throws Exception {
        var old = Files.writeString(folder.resolve("python3"), "#!/bin/sh\necho /old/python3\necho 3.7.16\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        try (var outdated = open(home, Map.of("SLUICE_PYTHON", old.toString()))) {
            assertThatThrownBy(() -> done(outdated.prepare(environment(), line -> {})))
                    .hasMessageContaining("is Python 3.7.16, which is older than 3.8");
        }
    }

    @Test
    void nothing_is_left_of_an_instance_whose_interpreter_does_not_start() throws Exception {
        var good = spec("answers", "blue-1", Map.of());
        var bad = new InstanceSpec(
                good.key(), new PreparedEnvironment("/nowhere/python3", ""), good.files(), Map.of(), good.size());

        assertThatThrownBy(() -> done(engine.start(bad))).hasMessageContaining("/nowhere/python3");

        assertThat(home.resolve("instances")).isEmptyDirectory();
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_refused() {
        assertThatThrownBy(() -> start("answers", "../../blue")).hasMessageContaining("cannot be the name");
    }

    @Test
    void no_worker_outlives_its_instance() {
        var instance = start("answers", "blue-1", Map.of("WORKER_COUNT", "2"));
        reachable("blue-1");
        var processes = processesOf(instance);
        assertThat(processes).hasSize(3);

        done(engine.stop(instance.id(), GRACE));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
        assertThat(home.resolve("instances")).isEmptyDirectory();
    }

    @Test
    void a_busy_worker_whose_server_was_killed_ends_with_the_instance() {
        var instance = start("answers", "blue-1");
        var address = reachable("blue-1");
        CompletableFuture.supplyAsync(() -> score(address, "{\"pause\": 600}"));
        await().atMost(PATIENCE)
                .until(() -> done(engine.tail(instance.id(), 100)).stream().anyMatch(line -> line.contains("pausing")));
        var processes = processesOf(instance);
        kill(instance);
        ended("blue-1");

        done(engine.stop(instance.id(), GRACE));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void after_a_crash_the_end_of_an_instance_is_noticed_and_its_exit_code_said_to_be_unknown() {
        var instance = start("answers", "blue-1");
        reachable("blue-1");
        try (var later = open(home)) {
            assertThat(listed(later)).hasSize(1);
            engine.close(); // the end must be seen by the later engine alone
            server(instance).destroyForcibly();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(listed(later))
                            .singleElement()
                            .extracting(Instance::status)
                            .isInstanceOfSatisfying(
                                    Instance.Status.Ended.class,
                                    end -> assertThat(end.reason()).contains("exit code is not known")));
        }
    }

    @Test
    void a_process_whose_id_was_not_written_down_before_a_crash_is_found_by_its_command_line() throws Exception {
        var instance = start("answers", "blue-1");
        reachable("blue-1");
        var at = new InstanceFolder(
                home.resolve("instances").resolve(instance.id().text()));
        var pid = server(instance).pid();
        engine.close();
        at.write(InstanceRecord.begun(instance.key(), instance.started()));

        engine = opened(home);

        assertThat(get(reachable("blue-1"), "/")).isEqualTo("Healthy");
        assertThat(pid).isPositive();
    }

    @Test
    void a_process_id_that_was_used_again_is_not_taken_for_the_instance() throws Exception {
        var at = home.resolve("instances/diabetes.blue-1");
        Files.createDirectories(at);
        var self = ProcessHandle.current();
        var other = InstanceRecord.begun(
                key("blue-1"), self.info().startInstant().orElseThrow().minusSeconds(60));
        var mark = new InstanceRecord.Mark(self.pid(), other.started());
        new InstanceFolder(at).write(new InstanceRecord(other.key(), other.started(), mark, other.exit()));

        done(engine.stop(named("blue-1").id(), GRACE)); // or this test would end itself

        assertThat(listed(engine)).isEmpty();
    }

    @Test
    void following_goes_on_when_the_server_begins_a_new_log() throws Exception {
        var at = Files.createDirectories(home.resolve("instances/diabetes.blue-1"));
        var instance = new InstanceFolder(at);
        instance.write(InstanceRecord.begun(key("blue-1"), Clock.systemUTC().instant()));
        Files.writeString(at.resolve("log.1"), "zero\n");
        Files.writeString(at.resolve("log"), "one\ntw");
        var lines = new CopyOnWriteArrayList<String>();
        engine.follow(instance.id(), 10, lines::add);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines).containsExactly("zero", "one"));
        Files.writeString(at.resolve("log"), "o\nthree\n", StandardOpenOption.APPEND);
        Files.move(at.resolve("log"), at.resolve("log.1"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(at.resolve("log"), "four\n");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines).containsExactly("zero", "one", "two", "three", "four"));
    }

    @Test
    void a_folder_that_a_crash_left_half_made_is_removed() throws Exception {
        Files.createDirectories(home.resolve("instances/diabetes.blue-1"));

        engine = opened(home);

        assertThat(home.resolve("instances")).isEmptyDirectory();
    }
}
