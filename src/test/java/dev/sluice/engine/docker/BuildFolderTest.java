package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.EnvironmentSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {

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

    private static BuildContext context(Path folder) {
        return BuildContext.of(new EnvironmentSource.Build(folder.toString(), "Dockerfile"));
    }

    private static String hash(Path folder) throws IOException {
        return context(folder).hash();
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
        var second = BuildContext.of(new EnvironmentSource.Build(one.toString(), "Dockerfile.gpu"));

        assertThat(second.hash()).isNotEqualTo(hash(one));
    }

    @Test
    void when_a_file_was_written_does_not_count() throws IOException {
        Files.setLastModifiedTime(one.resolve("b.txt"), FileTime.from(Instant.EPOCH));

        assertThat(hash(one)).isEqualTo(hash(other));
    }

    @Test
    void what_is_ignored_does_not_count() throws IOException {
        Files.writeString(one.resolve("noise.log"), "left out");

        assertThat(hash(one)).isEqualTo(hash(other));
    }

    @Test
    void a_dockerfile_outside_the_folder_is_none() {
        assertThat(BuildContext.of(new EnvironmentSource.Build(one.toString(), "../other/Dockerfile"))
                        .isComplete())
                .isFalse();
    }

    @Test
    void steps_are_counted_without_comments_and_continued_lines() throws IOException {
        Files.writeString(one.resolve("Dockerfile"), """
                # syntax
                FROM a

                RUN one \\
                    # within
                    && two
                COPY b.txt /
                """);

        assertThat(context(one).lineOfStep(1)).isEqualTo(2);
        assertThat(context(one).lineOfStep(2)).isEqualTo(4);
        assertThat(context(one).lineOfStep(3)).isEqualTo(7);
    }
}
