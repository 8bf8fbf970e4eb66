package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Problem;
import dev.sluice.engine.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFolderTest {

    @TempDir
    private Path folder;

    private Path one;
    private Path other;

    @BeforeEach
    void two_equal_folders() throws IOException {
        one = filled("one");
        other = filled("other");
        assertThat(hash(one)).isEqualTo(hash(other));
    }

    private Path filled(String name) throws IOException {
        var made = Files.createDirectories(folder.resolve(name));
        Files.writeString(made.resolve("Dockerfile"), "FROM a\n");
        Files.writeString(made.resolve("b.txt"), "b");
        Files.writeString(made.resolve(".dockerignore"), "*.log\n");
        return made;
    }

    private static BuildFolder folder(Path folder, String dockerfile) {
        return new BuildFolder(new EnvironmentSource.Build(folder.toString(), dockerfile), BuildFolder.MOST_BYTES);
    }

    private static BuildContext context(Path folder) throws IOException {
        return folder(folder, "Dockerfile").context(UnaryOperator.identity());
    }

    private static String hash(Path folder) throws IOException {
        return context(folder).hash();
    }

    private static Problem refusal(BuildFolder folder) {
        return catchThrowableOfType(EngineException.class, () -> folder.context(UnaryOperator.identity()))
                .problem();
    }

    @Test
    void another_content_is_another_environment() throws IOException {
        Files.writeString(one.resolve("b.txt"), "c");

        assertThat(hash(one)).isNotEqualTo(hash(other));
    }

    @Test
    void another_name_is_another_environment() throws IOException {
        Files.move(one.resolve("b.txt"), one.resolve("c.txt"));

        assertThat(hash(one)).isNotEqualTo(hash(other));
    }

    @Test
    void what_may_be_executed_counts() throws IOException {
        assertThat(one.resolve("b.txt").toFile().setExecutable(true)).isTrue();

        assertThat(hash(one)).isNotEqualTo(hash(other));
    }

    @Test
    void another_dockerfile_of_the_same_folder_is_another_environment() throws IOException {
        Files.copy(one.resolve("Dockerfile"), one.resolve("Dockerfile.gpu"));

        assertThat(folder(one, "Dockerfile.gpu")
                        .context(UnaryOperator.identity())
                        .hash())
                .isNotEqualTo(hash(one));
    }

    @Test
    void another_image_in_the_place_of_its_own_is_another_environment() throws IOException {
        assertThat(folder(one, "Dockerfile").context(image -> "stand-in").hash())
                .isNotEqualTo(hash(one));
    }

    @Test
    void when_a_file_was_written_does_not_count() throws IOException {
        Files.setLastModifiedTime(one.resolve("b.txt"), FileTime.from(Instant.EPOCH));

        assertThat(hash(one)).isEqualTo(hash(other));
    }

    @Test
    void what_is_ignored_does_not_count_and_is_not_sent() throws IOException {
        Files.writeString(one.resolve("noise.log"), "left out");

        assertThat(hash(one)).isEqualTo(hash(other));
        assertThat(context(one).files()).extracting(ContextFile::name).doesNotContain("noise.log");
    }

    @Test
    void dockerfile_and_ignore_file_are_sent_even_if_ignored_since_docker_reads_them() throws IOException {
        Files.writeString(one.resolve(".dockerignore"), "*\n");

        assertThat(context(one).files()).extracting(ContextFile::name).containsExactly(".dockerignore", "Dockerfile");
    }

    @Test
    void a_dockerfile_within_an_ignored_folder_is_sent() throws IOException {
        Files.createDirectories(one.resolve("docker"));
        Files.writeString(one.resolve("docker/Dockerfile"), "FROM a\n");
        Files.writeString(one.resolve("docker/other"), "left out");
        Files.writeString(one.resolve(".dockerignore"), "docker\n");

        assertThat(folder(one, "docker/Dockerfile")
                        .context(UnaryOperator.identity())
                        .files())
                .extracting(ContextFile::name)
                .containsExactly(".dockerignore", "Dockerfile", "b.txt", "docker/Dockerfile");
    }

    @Test
    void what_a_line_takes_back_is_sent_out_of_an_ignored_folder() throws IOException {
        Files.createDirectories(one.resolve("data/deep"));
        Files.writeString(one.resolve("data/large.bin"), "left out");
        Files.writeString(one.resolve("data/deep/keep.csv"), "kept");
        Files.writeString(one.resolve(".dockerignore"), "data\n!data/deep/*.csv\n");

        assertThat(context(one).files())
                .extracting(ContextFile::name)
                .contains("data/deep/keep.csv")
                .doesNotContain("data/large.bin");
    }

    @Test
    void a_link_is_sent_as_a_link_and_an_empty_folder_as_a_folder() throws IOException {
        Files.createSymbolicLink(one.resolve("link"), Path.of("b.txt"));
        Files.createDirectories(one.resolve("empty"));

        assertThat(context(one).files()).contains(ContextFile.link("link", "b.txt"), ContextFile.folder("empty"));
    }

    @Test
    void a_dockerfile_outside_the_folder_or_missing_is_refused() {
        assertThat(refusal(folder(one, "../other/Dockerfile")).message()).contains("other/Dockerfile");
        assertThat(refusal(folder(one, "Dockerfile.missing")).message()).contains("Dockerfile.missing");
    }

    @Test
    void a_line_of_the_ignore_file_that_is_no_pattern_is_told() throws IOException {
        Files.writeString(one.resolve(".dockerignore"), "*.log\n[a-\n");

        var problem = refusal(folder(one, "Dockerfile"));

        assertThat(problem.message()).contains("[a-");
        assertThat(problem.place().toString()).endsWith(".dockerignore:2:1");
    }

    @Test
    void a_folder_that_is_too_large_is_refused_with_what_makes_it_so() throws IOException {
        Files.createDirectories(one.resolve("data"));
        Files.writeString(one.resolve("data/a.bin"), "x".repeat(3000));
        Files.writeString(one.resolve("data/b.bin"), "x".repeat(3000));

        var problem = refusal(new BuildFolder(new EnvironmentSource.Build(one.toString(), "Dockerfile"), 5000));

        assertThat(problem.message()).contains("more than 5000 bytes").contains("data (6000 bytes)");
        assertThat(problem.remedy()).contains(".dockerignore");
    }

    @Test
    void a_file_that_changes_while_it_is_sent_fails_the_sending() throws IOException {
        var archive = context(one).archive();
        Files.writeString(one.resolve("b.txt"), "");

        assertThat(catchThrowableOfType(IOException.class, archive::readAllBytes))
                .isNotNull();
    }

    @Test
    void an_archive_that_is_given_up_is_read_no_further() throws IOException {
        var archive = context(one).archive();
        archive.close();

        assertThat(catchThrowableOfType(IOException.class, archive::readAllBytes))
                .hasMessageContaining("given up");
    }

    @Test
    void the_archive_holds_every_file_however_long_its_name_and_whatever_its_size() throws IOException {
        var longName = "d/" + "n".repeat(150) + "-\u00e9.bin";
        Files.createDirectories(one.resolve("d"));
        Files.writeString(one.resolve(longName), "y".repeat(200_000));
        Files.writeString(one.resolve("empty.txt"), "");

        var read = Tars.read(context(one).archive());

        assertThat(read).containsKeys("Dockerfile", "b.txt", "d/", "empty.txt", longName);
        assertThat(read.get(longName)).hasSize(200_000);
        assertThat(new String(read.get("Dockerfile"), StandardCharsets.UTF_8)).isEqualTo("FROM a\n");
    }
}
