package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import dev.sluice.engine.PreparedEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Docker engine that is gone in the middle of a build, and what it has left when it is back: a real one, by a line that is cut. */
class EngineGoneTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Traces traces;
    private Gate gate;
    private DockerLine line;
    private DockerEngine engine;

    @BeforeEach
    void an_engine_at_the_end_of_a_line() throws IOException {
        traces = new Traces("engine-gone");
        gate = new Gate();
        line = DockerLine.in(folder);
        engine = connected();
    }

    @AfterEach
    void nothing_stays_behind() throws IOException {
        if (engine != null) {
            engine.close();
            line.close();
            gate.close();
        }
        if (traces != null) {
            traces.close();
        }
    }

    @Test
    void a_build_is_told_with_its_step_and_can_be_tried_again_and_what_it_has_left_goes_when_docker_is_back()
            throws Exception {
        var building = buildInItsMidst();
        line.cut();

        var problem = refusal(building);
        assertThat(problem.code()).isEqualTo(Problem.Code.ENGINE_UNAVAILABLE);
        assertThat(problem.message()).contains("/dev/tcp").contains("broke off in the middle of the build");
        assertThat(problem.remedy()).contains("docker info").contains("try again");
        assertThat(problem.place().line()).isEqualTo(4);
        assertThat(refusal(build()).message()).as("too early").contains("does not answer");
        assertThat(traces.containers()).as("what nobody could remove").hasSize(1);

        line.mend();
        await().atMost(PATIENCE).until(() -> traces.containers().isEmpty());

        gate.open();
        assertThat(build().get(2, TimeUnit.MINUTES).reference()).startsWith("sha256:");
        engine.close();
        assertThat(traces.containers()).isEmpty();
        assertThat(traces.wholeImages()).hasSize(1);
        assertThat(traces.stepImages()).as("those that it consists of").hasSize(2);
    }

    @Test
    void what_is_left_when_this_program_ends_before_docker_is_back_goes_at_the_next_start() throws Exception {
        var building = buildInItsMidst();
        line.cut();
        refusal(building);
        engine.close();
        assertThat(traces.containers()).hasSize(1);

        line.mend();
        engine = connected();

        await().atMost(PATIENCE).until(() -> traces.containers().isEmpty());
        engine.close();
        assertThat(traces.stepImages()).isEmpty();
    }

    private DockerEngine connected() {
        var environment = new HashMap<>(line.environment());
        environment.put("SLUICE_DOCKER_BUILD_NETWORK", "host"); // where the gate is
        var connection = DockerEngine.connect(folder, environment, () -> ImageSubstitutions.NONE);
        return ((DockerEngine.Connection.Connected) connection).engine();
    }

    private CompletableFuture<PreparedEnvironment> buildInItsMidst() throws IOException {
        var context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(
                context.resolve("Dockerfile"),
                "FROM debian:bookworm-slim\n" + traces.label() + "RUN true\n" + gate.step());
        var building = build();
        gate.awaitArrival();
        return building;
    }

    private CompletableFuture<PreparedEnvironment> build() {
        var context = folder.resolve("context").toString();
        return engine.prepare(new EnvironmentSource.Build(context, "Dockerfile"), line -> {})
                .toCompletableFuture();
    }

    private static Problem refusal(CompletableFuture<PreparedEnvironment> building) {
        var failure = catchThrowableOfType(
                CompletionException.class,
                () -> building.orTimeout(2, TimeUnit.MINUTES).join());
        return ((EngineException) failure.getCause()).problem();
    }
}
