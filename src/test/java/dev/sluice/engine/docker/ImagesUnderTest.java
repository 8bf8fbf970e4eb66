package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Image;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Problem;
import dev.sluice.engine.Calls;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.InstanceId;
import dev.sluice.engine.PreparedEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Environments on a real Docker engine, of which nothing is left after each test. All are built upon {@link #BASE}, whose
 * label each image inherits, those of single steps too: by that a test knows its own among all that there are.
 */
abstract class ImagesUnderTest {

    static final Duration PATIENCE = Duration.ofMinutes(5);
    static final String BASE = "sluice-test-base:" + ProcessHandle.current().pid();

    private static final String MARK =
            "dev.sluice.test=" + ProcessHandle.current().pid();
    private static final String PYTHON = "src/test/resources/engine/environment";

    private static DockerConnection docker;

    @TempDir
    Path folder;

    final Map<String, String> environment = new HashMap<>();
    final List<String> lines = new CopyOnWriteArrayList<>();
    ImageSubstitutions substitutions = ImageSubstitutions.NONE;
    Images images;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @BeforeAll
    static void an_image_with_python_and_pip_on_a_docker_engine(@TempDir Path common) {
        docker = DockerPresence.connection();
        var threads = Executors.newFixedThreadPool(4);
        var network = System.getenv().getOrDefault("SLUICE_DOCKER_BUILD_NETWORK", "");
        var calls = new Calls(threads, Failures::explained);
        var builds = new Builds(docker, calls, new Builds.Manner(network, PATIENCE), leftovers(common));
        var local = new LocalImages(docker, calls);
        try (var images = new Images(local, calls, builds, Map.of(), () -> ImageSubstitutions.NONE)) {
            var python = images.prepare(new EnvironmentSource.Build(PYTHON, "Dockerfile"), line -> {});
            mark(builds, done(python).reference());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Leftovers leftovers(Path folder) {
        return new Leftovers(docker.commands(), new LeftoverFile(folder.resolve(LeftoverFile.NAME)));
    }

    private static void mark(Builds builds, String python) {
        var text = "FROM " + python + "\nLABEL " + MARK + "\n";
        var context = BuildContext.of(List.of(ContextFile.text("Dockerfile", text)));
        done(builds.build(new Builds.Order(context, BASE, Map.of()), line -> {}, new StopSignal()));
    }

    @AfterAll
    static void hang_up() {
        if (docker != null) {
            docker.commands().removeImageCmd(BASE).exec();
            docker.close();
        }
    }

    @BeforeEach
    void images() {
        open(PATIENCE);
    }

    /** Steps of builds use this computer's own network: there the tests' index is. */
    void open(Duration patience) {
        var calls = new Calls(threads, Failures::explained);
        var builds = new Builds(docker, calls, new Builds.Manner("host", patience), leftovers(folder));
        images = new Images(new LocalImages(docker, calls), calls, builds, environment, () -> substitutions);
    }

    @AfterEach
    void what_was_made_is_removed() {
        images.close();
        threads.shutdownNow();
        marked().filter(image -> image.getRepoTags() != null)
                .flatMap(image -> Stream.of(image.getRepoTags()))
                .filter(name -> !name.equals(BASE) && !name.startsWith("<none>"))
                .forEach(name -> docker.commands().removeImageCmd(name).exec());
        leftovers(folder).remove(made().stream().map(Leftover::image).toList());
    }

    private static Stream<Image> marked() {
        return docker.commands().listImagesCmd().withShowAll(true).withLabelFilter(MARK).exec().stream();
    }

    /** All that there is of the test's own, images of steps included. */
    static Set<String> made() {
        return marked().filter(image -> image.getRepoTags() == null
                        || !List.of(image.getRepoTags()).contains(BASE))
                .map(Image::getId)
                .collect(Collectors.toSet());
    }

    /** The containers of the test's own steps. */
    static List<String> containers() {
        return docker.commands().listContainersCmd().withShowAll(true).withLabelFilter(List.of(MARK)).exec().stream()
                .map(container -> container.getId())
                .toList();
    }

    EnvironmentSource.Build folderWith(String dockerfile) throws IOException {
        var context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        return new EnvironmentSource.Build(context.toString(), "Dockerfile");
    }

    PreparedEnvironment prepared(EnvironmentSource source) {
        return done(images.prepare(source, lines::add));
    }

    Problem refusal(EnvironmentSource source) {
        var failure = catchThrowableOfType(CompletionException.class, () -> prepared(source));
        return ((EngineException) failure.getCause()).problem();
    }

    /** What the image's own python3 prints. */
    static String python(PreparedEnvironment prepared, String program) throws Exception {
        var id = docker.commands()
                .createContainerCmd(prepared.reference())
                .withEntrypoint("python3")
                .withCmd("-c", program)
                .withUser("10001:10001")
                .exec()
                .getId();
        try {
            docker.commands().startContainerCmd(id).exec();
            docker.streams()
                    .waitContainerCmd(id)
                    .exec(new WaitContainerResultCallback())
                    .awaitStatusCode(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return String.join("\n", done(new ContainerLogs(docker.streams()).tail(new InstanceId(id), 100)));
        } finally {
            docker.commands().removeContainerCmd(id).withForce(true).exec();
        }
    }

    static <T> T done(CompletableFuture<T> future) {
        return future.orTimeout(10, TimeUnit.MINUTES).join();
    }
}
