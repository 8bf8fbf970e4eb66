package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.LocalSize;
import dev.sluice.engine.Instance.Status;
import dev.sluice.engine.InstanceSpec.UnpackedFiles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine promises. The same sentences hold for the fake, for processes and for containers. */
abstract class InstanceEngineContract {

    protected static final Duration PATIENCE = Duration.ofSeconds(60);
    protected static final Duration GRACE = Duration.ofSeconds(5);
    private static final Path SCRIPTS = Path.of("src/test/resources/engine").toAbsolutePath();

    @TempDir
    protected Path folder;

    protected Path home;
    protected InstanceEngine engine;
    private final Set<Path> homes = new HashSet<>();
    private final List<InstanceEngine> engines = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** An engine for that state folder, as a freshly started program would open it. */
    protected abstract InstanceEngine open(Path home) throws Exception;

    /** An environment that has Python, where that matters. */
    protected abstract EnvironmentSource environment();

    /** Ends the instance as a crash would, behind the engine's back. */
    protected abstract void kill(Instance instance) throws Exception;

    @BeforeEach
    void an_engine_on_an_empty_state_folder() throws Exception {
        home = folder.resolve("home");
        engine = opened(home);
    }

    @AfterEach
    void nothing_stays_behind() throws Exception {
        for (var someHome : Set.copyOf(homes)) {
            var sweeper = opened(someHome);
            listed(sweeper).forEach(instance -> done(sweeper.stop(instance.id(), Duration.ZERO)));
        }
        engines.forEach(InstanceEngine::close);
    }

    @Test
    void a_started_instance_becomes_reachable_and_says_that_it_is_healthy() {
        var instance = start("answers", "blue-1");

        assertThat(instance.key()).isEqualTo(key("blue-1"));
        assertThat(get(reachable("blue-1"), "/")).isEqualTo("Healthy");
    }

    @Test
    void it_scores_with_the_code_that_it_was_given() {
        start("answers", "blue-1");

        assertThat(score(reachable("blue-1"), "{}")).isEqualTo("\"hello from a package beside the script\"");
    }

    @Test
    void watchers_are_told_when_it_becomes_reachable() {
        var calls = new AtomicInteger();
        engine.watch(calls::incrementAndGet);
        start("answers", "blue-1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(calls).hasPositiveValue());
    }

    @Test
    void it_listens_on_loopback_only() {
        start("answers", "blue-1");

        assertThat(reachable("blue-1").getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void it_is_found_again_after_a_crash_of_the_program() throws Exception {
        var before = start("answers", "blue-1");
        reachable("blue-1");

        engine = opened(home); // the first engine never got to close

        assertThat(listed(engine)).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(before.id());
            assertThat(found.key()).isEqualTo(before.key());
        });
        assertThat(get(reachable("blue-1"), "/")).isEqualTo("Healthy");
        done(engine.stop(before.id(), GRACE));
        assertThat(listed(engine)).isEmpty();
    }

    @Test
    void an_engine_of_another_state_folder_does_not_see_it() throws Exception {
        start("answers", "blue-1");

        assertThat(listed(opened(folder.resolve("other home")))).isEmpty();
    }

    @Test
    void stopping_leaves_nothing_and_may_be_asked_for_again() {
        var id = start("answers", "blue-1").id();
        reachable("blue-1");

        done(engine.stop(id, GRACE));
        done(engine.stop(id, GRACE));

        assertThat(listed(engine)).isEmpty();
        assertThat(done(engine.tail(id, 10))).isEmpty();
    }

    @Test
    void stopping_what_never_was_succeeds() {
        done(engine.stop(new InstanceId("../../etc"), GRACE));
        done(engine.stop(new InstanceId("nobody-knows-it"), GRACE));
    }

    @Test
    void two_instances_of_one_name_cannot_be() {
        start("answers", "blue-1");

        assertThatThrownBy(() -> start("answers", "blue-1")).hasRootCauseInstanceOf(Exception.class);
        assertThat(listed(engine)).hasSize(1);
    }

    @Test
    void a_script_that_fails_to_boot_ends_with_code_3_and_its_log_says_why() {
        var id = start("fails", "blue-1").id();

        assertThat(ended("blue-1")).satisfies(end -> {
            assertThat(end.exitCode()).isEqualTo(3);
            assertThat(end.reason()).contains("exit code 3");
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(done(engine.tail(id, 100)))
                        .anyMatch(line -> line.contains("Traceback (most recent call last)"))
                        .anyMatch(
                                line -> line.contains("UserScriptInitFailed") && line.contains("the model is broken")));
    }

    @Test
    void the_tail_is_as_long_as_was_asked_for() {
        var id = start("fails", "blue-1").id();
        ended("blue-1");

        assertThat(done(engine.tail(id, 1)))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("UserScriptInitFailed"));
        assertThat(done(engine.tail(id, 0))).isEmpty();
    }

    @Test
    void one_that_is_killed_is_reported_as_ended_and_watchers_are_told() throws Exception {
        var instance = start("answers", "blue-1");
        reachable("blue-1");
        var calls = new AtomicInteger();
        engine.watch(calls::incrementAndGet);
        kill(instance);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(calls).hasPositiveValue());
        assertThat(ended("blue-1").reason()).contains("killed");
    }

    @Test
    void what_an_instance_takes_is_measured_and_grows_with_its_work() {
        var id = start("answers", "blue-1").id();
        var address = reachable("blue-1");
        score(address, "{\"work\": 0.1}");
        await().atMost(PATIENCE).until(() -> measured(id).isPresent());
        var before = measured(id).orElseThrow();

        score(address, "{\"work\": 0.2}");

        assertThat(before.memoryBytes()).isBetween(1L << 20, 1L << 30);
        await().atMost(PATIENCE).untilAsserted(() -> {
            var after = measured(id).orElseThrow();
            assertThat(after.processor().minus(before.processor())).isGreaterThan(Duration.ofMillis(150));
            assertThat(after.at()).isAfter(before.at());
        });
    }

    @Test
    void nothing_is_measured_of_what_has_ended_or_never_was() throws Exception {
        var instance = start("answers", "blue-1");
        reachable("blue-1");
        kill(instance);
        ended("blue-1");

        var asked = List.of(instance.id(), new InstanceId("nobody-knows-it"), new InstanceId("../../etc"));
        assertThat(done(engine.measure(asked))).isEmpty();
    }

    private Optional<Consumption> measured(InstanceId id) {
        return Optional.ofNullable(done(engine.measure(List.of(id))).get(id));
    }

    @Test
    void following_hands_over_the_last_lines_and_then_each_new_one_until_closed() throws Exception {
        var id = start("answers", "blue-1").id();
        var address = reachable("blue-1");
        score(address, "{\"say\": \"before\"}");
        var lines = new CopyOnWriteArrayList<String>();
        var following = engine.follow(id, 100, lines::add);
        score(address, "{\"say\": \"first\"}");
        score(address, "{\"say\": \"second\"}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said(lines)).containsExactly("before", "first", "second"));
        following.close();
        score(address, "{\"say\": \"unheard\"}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(said(done(engine.tail(id, 100)))).contains("unheard"));
        assertThat(said(lines)).doesNotContain("unheard");
    }

    @Test
    void the_same_environment_is_prepared_once() {
        var first = done(engine.prepare(environment(), line -> {}));
        var second = done(engine.prepare(environment(), line -> {}));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void an_environment_that_is_registered_in_the_cloud_only_is_refused_with_a_way_out() {
        assertThatThrownBy(
                        () -> done(engine.prepare(new EnvironmentSource.Registered("azureml:sklearn:3"), line -> {})))
                .hasMessageContaining("azureml:sklearn:3")
                .hasMessageContaining("inline");
    }

    // How the sentences above are spelt

    protected InstanceEngine opened(Path someHome) throws Exception {
        homes.add(someHome);
        var one = open(Files.createDirectories(someHome));
        engines.add(one);
        return one;
    }

    protected Instance start(String script, String name) {
        return start(script, name, Map.of());
    }

    protected Instance start(String script, String name, Map<String, String> variables) {
        return done(engine.start(spec(script, name, variables)));
    }

    protected InstanceSpec spec(String script, String name, Map<String, String> variables) {
        var prepared = done(engine.prepare(environment(), line -> {}));
        return new InstanceSpec(key(name), prepared, files(script), variables, new LocalSize(0.5, 512));
    }

    protected UnpackedFiles files(String script) {
        return new UnpackedFiles(SCRIPTS.resolve(script), "score.py", models());
    }

    /** As a store keeps a model: for its owner's eyes only. */
    private Path models() {
        try {
            var weights = Files.createDirectories(folder.resolve("models/weights"));
            var model = Files.writeString(weights.resolve("model.txt"), "a model");
            Files.setPosixFilePermissions(model, PosixFilePermissions.fromString("rw-------"));
            Files.setPosixFilePermissions(weights, PosixFilePermissions.fromString("rwx------"));
            return folder.resolve("models");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    protected static InstanceKey key(String name) {
        return new InstanceKey(new DeploymentId(new EndpointName("diabetes"), new DeploymentName("blue")), 7, name);
    }

    protected static List<Instance> listed(InstanceEngine one) {
        return done(one.list());
    }

    protected Instance named(String name) {
        return listed(engine).stream()
                .filter(instance -> instance.key().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Its address, once it answers there. */
    protected InetSocketAddress reachable(String name) {
        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .until(() -> named(name).status() instanceof Status.Reachable there
                        && get(there.address(), "/").equals("Healthy"));
        return ((Status.Reachable) named(name).status()).address();
    }

    protected Status.Ended ended(String name) {
        await().atMost(PATIENCE).until(() -> named(name).status() instanceof Status.Ended);
        return (Status.Ended) named(name).status();
    }

    protected String get(InetSocketAddress address, String path) {
        return send(address, path, HttpRequest.newBuilder());
    }

    protected String score(InetSocketAddress address, String json) {
        var request = HttpRequest.newBuilder().header("Content-Type", "application/json");
        return send(address, "/score", request.POST(BodyPublishers.ofString(json)));
    }

    private String send(InetSocketAddress address, String path, HttpRequest.Builder request) {
        try {
            var uri = URI.create("http://127.0.0.1:" + address.getPort() + path);
            return http.send(request.uri(uri).timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "no answer: " + e;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> said(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("sluice.print - ") && !line.contains("init of"))
                .map(line -> line.replaceFirst(".*sluice\\.print - (req=\\S+ )?", ""))
                .toList();
    }

    protected static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(120, TimeUnit.SECONDS).join();
    }
}
