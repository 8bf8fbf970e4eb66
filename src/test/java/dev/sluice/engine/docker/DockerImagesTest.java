package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Images and Dockerfiles on a real Docker engine. */
class DockerImagesTest extends ImagesUnderTest {

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
                FROM %s

                RUN echo one \\
                    && echo two
                RUN echo cannot find the moon && exit 7
                """.formatted(BASE)));

        assertThat(problem.code()).isEqualTo(Problem.Code.IMAGE_BUILD_FAILURE);
        assertThat(problem.place().line()).isEqualTo(6);
        assertThat(problem.message()).contains("RUN echo cannot find the moon").contains("code: 7");
        assertThat(lines).anyMatch(line -> line.startsWith("Step 2/3"));

        images.close();
        assertThat(made()).isEmpty();
    }

    @Test
    void a_disk_that_is_full_is_told_with_what_makes_room_and_nothing_is_kept_on_it() throws Exception {
        var problem = refusal(folderWith("FROM " + BASE + "\nRUN true\nRUN cat /bin/sh > /dev/full\n"));

        assertThat(problem.code()).isEqualTo(Problem.Code.IMAGE_BUILD_FAILURE);
        assertThat(problem.place().line()).isEqualTo(3);
        assertThat(problem.message()).contains("the disk that Docker keeps its images on is full");
        assertThat(problem.remedy()).contains("docker system prune").endsWith("then deploy again");
        assertThat(containers()).isEmpty();
        assertThat(made()).isEmpty();
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
            assertThat(made()).isEmpty();
        });
    }

    @Test
    void a_build_that_another_deployment_waits_for_goes_on_when_one_is_cancelled() throws Exception {
        var source = folderWith("FROM " + BASE + "\nRUN echo here; sleep 1\n");
        var one = images.prepare(source, lines::add);
        await().atMost(PATIENCE).until(() -> lines.contains("here"));
        var told = new CopyOnWriteArrayList<String>();
        var other = images.prepare(source, told::add);
        await().atMost(PATIENCE).until(() -> !told.isEmpty());

        one.cancel(true);

        assertThat(done(other).reference()).startsWith("sha256:");
        assertThat(told.get(0)).contains("Waiting for what is being made for another deployment");
    }

    @Test
    void a_build_that_takes_too_long_is_given_up_and_leaves_nothing_over() throws Exception {
        open(Duration.ofSeconds(3));

        var problem = refusal(folderWith("FROM " + BASE + "\nRUN sleep 600\n"));

        assertThat(problem.message()).contains("RUN sleep 600").contains("has not come to an end");
        assertThat(problem.remedy()).contains("SLUICE_DOCKER_BUILD_MINUTES");
        assertThat(containers()).isEmpty();
        images.close();
        assertThat(made()).isEmpty();
    }

    @Test
    void a_program_that_ends_stops_its_builds_and_leaves_nothing_over() throws Exception {
        images.prepare(folderWith("FROM " + BASE + "\nRUN true\nRUN echo here; sleep 600\n"), lines::add);
        await().atMost(PATIENCE).until(() -> lines.contains("here"));

        images.close();

        assertThat(containers()).isEmpty();
        assertThat(made()).isEmpty();
    }
}
