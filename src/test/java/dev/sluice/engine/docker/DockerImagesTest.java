package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Problem;
import dev.sluice.engine.Calls;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.PreparedEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments on a real Docker engine. Nothing that a test has made is left, however its build has ended. */
class DockerImagesTest {

    private static final String BASE = "debian:bookworm-slim";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static DockerConnection docker;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private ImageSubstitutions substitutions = ImageSubstitutions.NONE;
    private Duration patience = PATIENCE;
    private Set<String> before = Set.of();
    private Images images;

    @BeforeAll
    static void a_docker_engine() {
        docker = DockerPresence.connection();
    }

    @AfterAll
    static void hang_up() {
        if (docker != null) {
            docker.close();
        }
    }

    @BeforeEach
    void what_is_there_before() {
        before = present();
        environment.putAll(System.getenv());
        open();
    }

    private void open() {
        var manner = new Builds.Manner(environment.getOrDefault("SLUICE_DOCKER_BUILD_NETWORK", ""), patience);
        images = new Images(docker, new Calls(threads, Failures::explained), manner, environment, () -> substitutions);
    }

    @AfterEach
    void what_was_made_is_removed() {
        images.close();
        threads.shutdownNow();
        var made = new HashSet<>(present());
        made.removeAll(before);
        var leftovers = new Leftovers(docker.commands());
        named(made).forEach(name -> docker.commands().removeImageCmd(name).exec());
        leftovers.removeImages(List.copyOf(made));
    }

    private static Set<String> named(Set<String> made) {
        return docker.commands().listImagesCmd().exec().stream()
                .filter(image -> made.contains(image.getId()) && image.getRepoTags() != null)
                .flatMap(image -> Stream.of(image.getRepoTags()))
                .filter(name -> !name.startsWith("<none>"))
                .collect(Collectors.toSet());
    }

    /** Images of steps included. */
    private static Set<String> present() {
        return docker.commands().listImagesCmd().withShowAll(true).exec().stream()
                .map(image -> image.getId())
                .collect(Collectors.toSet());
    }

    private static Set<String> containers() {
        return docker.commands().listContainersCmd().withShowAll(true).exec().stream()
                .map(container -> container.getImage() + " " + container.getCommand())
                .filter(line -> line.contains("sleep 600"))
                .collect(Collectors.toSet());
    }

    private EnvironmentSource.Build folderWith(String dockerfile) throws IOException {
        var context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        return new EnvironmentSource.Build(context.toString(), "Dockerfile");
    }

    private PreparedEnvironment prepared(EnvironmentSource source) {
        return done(images.prepare(source, lines::add));
    }

    private static <T> T done(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private Problem refusal(EnvironmentSource source) {
        var failure = catchThrowableOfType(CompletionException.class, () -> prepared(source));
        return ((EngineException) failure.getCause()).problem();
    }

    // Images as they are

    @Test
    void an_image_that_cannot_be_had_is_named_with_the_command_that_gets_it() {
        var problem = refusal(new EnvironmentSource.Image("127.0.0.1:1/no/such-image:7"));

        assertThat(problem.code()).isEqualTo(Problem.Code.IMAGE_NOT_FOUND);
        assertThat(problem.message()).contains("127.0.0.1:1/no/such-image:7");
        assertThat(problem.remedy())
                .contains("docker pull 127.0.0.1:1/no/such-image:7")
                .contains("Image substitutions");
    }

    @Test
    void an_image_name_without_a_tag_means_latest() {
        assertThat(List.of("debian", "host:5000/debian", "debian:12", "debian@sha256:00"))
                .extracting(LocalImages::withTag)
                .containsExactly("debian:latest", "host:5000/debian:latest", "debian:12", "debian@sha256:00");
    }

    @Test
    void c6_a_name_of_the_clouds_images_runs_on_the_local_image_that_stands_in_for_it() {
        substitutions = new ImageSubstitutions(List.of(new ImageSubstitution("mcr.microsoft.com/azureml/*", BASE)));
        var cloud = "mcr.microsoft.com/azureml/minimal-ubuntu22.04-py39-cpu-inference:latest";

        var prepared = prepared(new EnvironmentSource.Image(cloud));

        assertThat(prepared.reference())
                .isEqualTo(prepared(new EnvironmentSource.Image(BASE)).reference());
        assertThat(prepared.note()).contains(cloud).contains(BASE).contains("mcr.microsoft.com/azureml/*");
        assertThat(lines).contains(prepared.note());
    }

    // Dockerfiles

    @Test
    void c6_the_identical_environment_in_another_folder_is_found_again_without_building() throws Exception {
        var source = folderWith("FROM " + BASE + "\nLABEL a=b\n");
        var first = prepared(source);
        var twin = Files.createDirectories(folder.resolve("twin"));
        Files.copy(Path.of(source.folder(), "Dockerfile"), twin.resolve("Dockerfile"));
        Files.writeString(twin.resolve(".dockerignore"), "*.log\n.dockerignore\n");
        Files.writeString(twin.resolve("noise.log"), "left out");
        lines.clear();

        var second = prepared(new EnvironmentSource.Build(twin.toString(), "Dockerfile"));

        assertThat(second).isEqualTo(first);
        assertThat(lines).singleElement().asString().contains("Nothing to build");
    }

    @Test
    void a_dockerfile_that_begins_from_an_image_of_the_clouds_is_built_upon_its_stand_in() throws Exception {
        substitutions = new ImageSubstitutions(List.of(new ImageSubstitution("mcr.microsoft.com/*", BASE)));
        var source = folderWith(
                "FROM mcr.microsoft.com/azureml/x:1\nCOPY . /context\nRUN test ! -e /context/a.log && test -e /context/b\n");
        Files.writeString(Path.of(source.folder(), ".dockerignore"), "*.log\n");
        Files.writeString(Path.of(source.folder(), "a.log"), "");
        Files.writeString(Path.of(source.folder(), "b"), "");

        assertThat(prepared(source).note()).contains("mcr.microsoft.com/azureml/x:1");
    }

    @Test
    void a_step_that_fails_is_told_with_its_line() throws Exception {
        var problem = refusal(folderWith("""
                # a comment
                FROM debian:bookworm-slim

                RUN echo one \\
                    && echo two
                RUN echo cannot find the moon && exit 7
                """));

        assertThat(problem.code()).isEqualTo(Problem.Code.IMAGE_BUILD_FAILURE);
        assertThat(problem.place().line()).isEqualTo(6);
        assertThat(problem.message()).contains("RUN echo cannot find the moon").contains("code: 7");
        assertThat(lines).anyMatch(line -> line.startsWith("Step 2/3"));

        images.close();
        assertThat(present()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_not_sent_is_named_with_the_line_that_copies_it() throws Exception {
        var problem = refusal(folderWith("FROM " + BASE + "\nCOPY missing.txt /\n"));

        assertThat(problem.place().line()).isEqualTo(2);
        assertThat(problem.message()).contains("there is no missing.txt");
        assertThat(problem.remedy()).contains(".dockerignore");
    }

    @Test
    void an_image_to_begin_from_that_cannot_be_had_is_named_with_its_line() throws Exception {
        var problem = refusal(folderWith("# nobody is there\nFROM 127.0.0.1:1/no/such:7\n"));

        assertThat(problem.place().line()).isEqualTo(2);
        assertThat(problem.message()).contains("127.0.0.1:1/no/such:7").contains("registry cannot be reached");
        assertThat(problem.remedy()).contains("Image substitutions");
    }

    @Test
    void a_dockerfile_that_makes_no_sense_is_told_with_its_line() throws Exception {
        var problem = refusal(folderWith("FROM debian:bookworm-slim\n\nRUNN true\n"));

        assertThat(problem.code()).isEqualTo(Problem.Code.IMAGE_BUILD_FAILURE);
        assertThat(problem.place().line()).isEqualTo(3);
        assertThat(problem.message()).contains("RUNN");
    }

    // Stopping

    @Test
    void e6_a_build_that_is_cancelled_ends_at_once_and_leaves_nothing_over() throws Exception {
        var building =
                images.prepare(folderWith("FROM " + BASE + "\nRUN true\nRUN echo here; sleep 600\n"), lines::add);
        await().atMost(PATIENCE).until(() -> lines.contains("here"));

        building.cancel(true);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(containers()).isEmpty();
            assertThat(present()).isEqualTo(before);
        });
    }

    @Test
    void a_build_that_another_deployment_waits_for_goes_on_when_one_is_cancelled() throws Exception {
        var source = folderWith("FROM " + BASE + "\nRUN echo here; sleep 1\n");
        var one = images.prepare(source, lines::add);
        await().atMost(PATIENCE).until(() -> lines.contains("here"));
        var told = new ArrayList<String>();
        var other = images.prepare(source, told::add);
        await().atMost(PATIENCE).until(() -> !told.isEmpty());

        one.cancel(true);

        assertThat(done(other).reference()).startsWith("sha256:");
        assertThat(told.get(0)).contains("Waiting for what is being made for another deployment");
    }

    @Test
    void a_build_that_takes_too_long_is_given_up_and_leaves_nothing_over() throws Exception {
        patience = Duration.ofSeconds(3);
        open();

        var problem = refusal(folderWith("FROM " + BASE + "\nRUN sleep 600\n"));

        assertThat(problem.message()).contains("RUN sleep 600").contains("has not come to an end");
        assertThat(problem.remedy()).contains("SLUICE_DOCKER_BUILD_MINUTES");
        assertThat(containers()).isEmpty();
        images.close();
        assertThat(present()).isEqualTo(before);
    }

    @Test
    void a_program_that_ends_stops_its_builds_and_leaves_nothing_over() throws Exception {
        images.prepare(folderWith("FROM " + BASE + "\nRUN true\nRUN echo here; sleep 600\n"), lines::add);
        await().atMost(PATIENCE).until(() -> lines.contains("here"));

        images.close();

        assertThat(containers()).isEmpty();
        assertThat(present()).isEqualTo(before);
    }
}
