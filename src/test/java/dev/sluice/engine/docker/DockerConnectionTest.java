package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Problem;
import dev.sluice.engine.Calls;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.docker.DockerEngine.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no Docker engine: how one is looked for, and what happens when it goes away. */
class DockerConnectionTest {

    @TempDir
    private Path home;

    private FakeDocker docker;

    @BeforeEach
    void a_daemon() throws Exception {
        docker = new FakeDocker();
    }

    @AfterEach
    void switch_off() {
        docker.close();
    }

    private Connection connect(String host) {
        return DockerEngine.connect(home, Map.of("DOCKER_HOST", host), () -> ImageSubstitutions.NONE);
    }

    private DockerEngine connected() {
        return ((Connection.Connected) connect(docker.host())).engine();
    }

    private static String reason(Connection connection) {
        return ((Connection.Unavailable) connection).reason();
    }

    @Test
    void an_engine_too_old_for_our_version_is_spoken_to_without_one() {
        var engine = connected();

        assertThat(docker.asked()).startsWith("/v1.44/version", "/version");
        assertThat(engine.info().title()).isEqualTo("Docker 20.10.24");
        engine.close();
    }

    @Test
    void events_that_break_off_are_listened_to_again_and_watchers_look_for_what_they_missed() {
        var engine = connected();
        var told = new AtomicInteger();
        engine.watch(told::incrementAndGet);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(Collections.frequency(docker.asked(), "/events")).isGreaterThanOrEqualTo(2);
            assertThat(told).hasPositiveValue();
        });
        engine.close();
    }

    @Test
    void an_engine_that_does_not_answer_is_unavailable_for_a_reason_that_names_the_place() {
        assertThat(reason(connect("unix:///nowhere/docker.sock"))).contains("/nowhere/docker.sock");
    }

    @Test
    void an_engine_on_another_computer_is_not_used() {
        assertThat(reason(connect("tcp://192.0.2.1:2375"))).contains("another computer");
    }

    @Test
    void an_address_that_makes_no_sense_is_told() {
        assertThat(reason(connect("carrier-pigeon://coop"))).contains("carrier-pigeon://coop");
        assertThat(reason(connect(":no address:"))).contains(":no address:");
    }

    @Test
    void an_engine_that_goes_away_in_the_middle_of_a_build_is_told_with_the_step_and_the_build_can_be_tried_again()
            throws Exception {
        Files.writeString(home.resolve("Dockerfile"), "FROM a\nRUN b\n");
        try (var engine = connected()) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                var problem = refusal(engine, new EnvironmentSource.Build(home.toString(), "Dockerfile"));

                assertThat(problem.code()).isEqualTo(Problem.Code.ENGINE_UNAVAILABLE);
                assertThat(problem.message()).contains("RUN b").contains("broke off in the middle of the build");
                assertThat(problem.place().line()).isEqualTo(2);
                assertThat(problem.remedy()).contains("docker info").contains("try again");
            }
        }
    }

    @Test
    void an_engine_that_goes_away_in_the_middle_of_a_pull_is_not_taken_for_an_image_that_is_not_there() {
        try (var engine = connected()) {
            var problem = refusal(engine, new EnvironmentSource.Image("a"));

            assertThat(problem.code()).isEqualTo(Problem.Code.ENGINE_UNAVAILABLE);
            assertThat(problem.message()).contains("broke off while it pulled the image a");
            assertThat(problem.remedy()).contains("docker info").contains("try again");
        }
    }

    @Test
    void a_file_that_changes_while_it_is_sent_is_told_and_not_taken_for_an_engine_that_is_gone() throws Exception {
        var file = Files.writeString(home.resolve("weights"), "grown since");
        var context = BuildContext.of(List.of(ContextFile.plain("weights", file, 3)));
        var leftovers = new LeftoverFile(home.resolve(LeftoverFile.NAME));
        try (var connection = DockerConnection.open(Map.of("DOCKER_HOST", docker.host()))) {
            var builds = new Builds(
                    connection,
                    new Calls(Runnable::run, Failures::explained),
                    new Builds.Manner("", Duration.ofMinutes(5)),
                    new Leftovers(connection.commands(), leftovers));
            var building = builds.build(new Builds.Order(context, "", Map.of()), line -> {}, new StopSignal());

            var failure = catchThrowableOfType(CompletionException.class, building::join);
            var reason = ((BuildFailed) failure.getCause()).reason();
            assertThat(reason.cause()).isEqualTo(BuildFailed.Cause.FILE);
            assertThat(reason.what()).isEqualTo("the file weights changed while it was sent to Docker");
        }
    }

    private static Problem refusal(DockerEngine engine, EnvironmentSource source) {
        var asked = engine.prepare(source, line -> {}).toCompletableFuture();
        var failure = catchThrowableOfType(CompletionException.class, asked::join);
        return ((EngineException) failure.getCause()).problem();
    }
}
