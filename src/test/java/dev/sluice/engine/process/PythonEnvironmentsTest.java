package dev.sluice.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.CondaFile;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.PackageDifference;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.PreparedEnvironment;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Python runs what has a conda file, with a pip whose only index is a folder of this test's own. */
class PythonEnvironmentsTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    private Path home;
    private WheelFolder wheels;
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void an_index_with_one_package() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        wheels = new WheelFolder(Files.createDirectory(folder.resolve("wheels"))).with("sluicetiny", "1.4.2");
    }

    @Test
    void c6_packages_that_the_host_lacks_are_installed_once_for_all_who_ask_for_them_and_go_with_the_last()
            throws Exception {
        String python;
        try (var engine = open(PythonChoice.AUTO)) {
            var one = engine.prepare(asking("sluicetiny==1.4.*"), told::add);
            var other = engine.prepare(asking("sluicetiny==1.4.*"), line -> {});
            var prepared = done(one);
            python = prepared.reference();

            assertThat(prepared.note())
                    .startsWith("the image any is not used: runs in a virtual environment of Python 3.")
                    .endsWith("which has all that the conda file asks for");
            assertThat(prepared.differences()).isEmpty();
            assertThat(versionSeenBy(prepared)).isEqualTo("1.4.2");
            assertThat(told).as("pip's own lines").anyMatch(line -> line.contains("Successfully installed"));
            assertThat(done(other).reference()).isEqualTo(python);
        }
        told.clear();
        try (var later = open(PythonChoice.AUTO)) {
            assertThat(done(later.prepare(asking("sluicetiny==1.4.*"), told::add))
                            .reference())
                    .isEqualTo(python);
            assertThat(told)
                    .anyMatch(line -> line.startsWith("nothing to install: the identical environment is there"));

            later.keepOnly(Set.of(python));
            later.keepOnly(Set.of("/usr/bin/python3"));

            await().untilAsserted(() -> assertThat(home.resolve("environments")).isEmptyDirectory());
        }
    }

    @Test
    void c6_what_pip_cannot_install_is_named_and_the_host_runs_it_with_the_difference_told() throws Exception {
        try (var engine = open(PythonChoice.AUTO)) {
            var prepared = done(engine.prepare(asking("sluicetiny==9.9"), told::add));

            assertThat(prepared.note()).contains("runs under ").contains("sluicetiny==9.9");
            assertThat(prepared.differences())
                    .extracting(PackageDifference::toString)
                    .containsExactly("sluicetiny: asked ==9.9, not found");
            assertThat(told).contains("not as the conda file asks: sluicetiny: asked ==9.9, not found");
            assertThat(home.resolve("environments")).isEmptyDirectory();
        }
    }

    @Test
    void c6_where_a_virtual_environment_is_a_must_what_cannot_be_installed_fails_the_deployment() throws Exception {
        try (var engine = open(PythonChoice.VENV)) {
            assertThatThrownBy(() -> done(engine.prepare(asking("sluicenowhere"), told::add)))
                    .isInstanceOfSatisfying(EngineException.class, failure -> {
                        assertThat(failure.problem().code()).isEqualTo(Problem.Code.IMAGE_BUILD_FAILURE);
                        assertThat(failure.problem().message()).contains("sluicenowhere");
                    });
            assertThat(home.resolve("environments")).isEmptyDirectory();
        }
    }

    @Test
    void where_only_the_host_may_be_used_nothing_is_installed() throws Exception {
        try (var engine = open(PythonChoice.HOST)) {
            var prepared = done(engine.prepare(asking("sluicetiny"), told::add));

            assertThat(prepared.differences())
                    .extracting(PackageDifference::isMissing)
                    .containsExactly(true);
            assertThat(home.resolve("environments")).isEmptyDirectory();
        }
    }

    @Test
    void a_package_that_only_the_host_has_is_seen_from_the_virtual_environment() throws Exception {
        try (var engine = open(PythonChoice.AUTO)) {
            var prepared = done(engine.prepare(asking("sluicetiny", "pip"), told::add));

            assertThat(prepared.differences()).isEmpty();
            assertThat(versionSeenBy(prepared)).isEqualTo("1.4.2");
        }
    }

    @Test
    void e6_cancelling_ends_pip_and_leaves_nothing_over() throws Exception {
        try (var silentIndex = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var engine = open(
                        PythonChoice.AUTO,
                        Map.of(
                                "PIP_NO_INDEX",
                                "0",
                                "PIP_INDEX_URL",
                                "http://127.0.0.1:" + silentIndex.getLocalPort() + "/simple"))) {
            var preparing = engine.prepare(asking("sluiceslow"), told::add).toCompletableFuture();
            try (var pip = silentIndex.accept()) {
                assertThat(home.resolve("environments")).isNotEmptyDirectory();

                preparing.cancel(true);

                await().untilAsserted(
                                () -> assertThat(home.resolve("environments")).isEmptyDirectory());
                assertThat(pip.getInputStream().transferTo(java.io.OutputStream.nullOutputStream()))
                        .as("its request, and then its end")
                        .isPositive();
            }
        }
    }

    @Test
    void what_a_crash_has_left_half_made_is_removed_at_the_next_start() throws Exception {
        Files.createDirectories(home.resolve("environments/0123456789abcdef/lib/python3"));

        open(PythonChoice.AUTO).close();

        assertThat(home.resolve("environments")).isEmptyDirectory();
    }

    private ProcessEngine open(PythonChoice choice) {
        return open(choice, Map.of());
    }

    private ProcessEngine open(PythonChoice choice, Map<String, String> more) {
        var environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("PIP_"));
        environment.putAll(wheels.variables());
        environment.putAll(more);
        return ProcessEngine.open(home, environment, choice, Clock.systemUTC());
    }

    private static EnvironmentSource asking(String... requirements) {
        return new EnvironmentSource.Conda(
                "any", new CondaFile.Inline("dependencies: [{pip: ['" + String.join("', '", requirements) + "']}]"));
    }

    private static String versionSeenBy(PreparedEnvironment environment) throws Exception {
        var asked = new ProcessBuilder(environment.reference(), "-c", "import sluicetiny as t; print(t.VERSION)");
        return new String(asked.start().getInputStream().readAllBytes()).strip();
    }

    private static <T> T done(CompletionStage<T> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
