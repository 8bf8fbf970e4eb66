package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.ImageSubstitutions;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubstitutionFileTest {

    private static final ImageSubstitutions TWO = new ImageSubstitutions(
            List.of(new ImageSubstitution("mcr.microsoft.com/*", "mirror/*"), new ImageSubstitution("b", "c")));

    @TempDir
    private Path folder;

    private Path path;
    private SubstitutionFile file;

    @BeforeEach
    void none_is_kept_yet() {
        path = folder.resolve("image-substitutions.txt");
        file = new SubstitutionFile(path, ImageSubstitutions.NONE);
        assertThat(file.inForce()).isEqualTo(ImageSubstitutions.NONE);
    }

    @Test
    void what_is_kept_is_in_force_from_then_on_and_in_order() {
        file.keep(TWO);

        assertThat(file.inForce()).isEqualTo(TWO);
    }

    @Test
    void a_person_can_read_and_write_it() throws IOException {
        file.keep(TWO);
        assertThat(path).content().contains("# ").contains("\nmcr.microsoft.com/* = mirror/*\nb = c\n");

        Files.writeString(path, "# mine\n\n  d=e  \n");
        assertThat(file.inForce().of("d")).isEqualTo("e");
    }

    @Test
    void a_line_that_makes_no_sense_is_told() throws IOException {
        Files.writeString(path, "a = b\nthis is none\n");

        var problem = catchThrowableOfType(EngineException.class, file::inForce).problem();

        assertThat(problem.message()).contains("'this is none'");
        assertThat(problem.place().toString()).endsWith("image-substitutions.txt:2:1");
    }

    @Test
    void a_folder_in_its_place_is_told() throws IOException {
        Files.createDirectories(path.resolve("full"));

        var problem = catchThrowableOfType(EngineException.class, file::inForce).problem();
        assertThat(problem.message()).contains("it cannot be read: Is a directory");
    }

    @Test
    void a_folder_that_is_gone_is_told_when_it_is_written() throws IOException {
        var elsewhere = new SubstitutionFile(folder.resolve("gone/substitutions.txt"), ImageSubstitutions.NONE);
        assertThat(elsewhere.kept()).isEqualTo(ImageSubstitutions.NONE);

        assertThatThrownBy(() -> elsewhere.keep(TWO)).hasMessageEndingWith("its folder is not there");
    }

    @Test
    void what_fails_is_told_in_words_whatever_the_system_says_of_it() {
        assertThat(LineFile.why(new AccessDeniedException("/state/list.new")))
                .isEqualTo("the user who runs Sluice has no right to /state/list.new");
        assertThat(LineFile.why(new DirectoryNotEmptyException("/state/list"))).isEqualTo("DirectoryNotEmptyException");
        assertThat(LineFile.why(new FileSystemException("/state/list", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(LineFile.why(new IOException())).isEqualTo("IOException");
    }

    @Test
    void those_that_were_given_at_the_start_come_first_and_are_not_kept() {
        file.keep(TWO);
        var started = new SubstitutionFile(path, new ImageSubstitutions(List.of(new ImageSubstitution("b", "given"))));

        assertThat(started.inForce().of("b")).isEqualTo("given");
        started.keep(started.kept());
        assertThat(file.inForce()).isEqualTo(TWO);
    }
}
