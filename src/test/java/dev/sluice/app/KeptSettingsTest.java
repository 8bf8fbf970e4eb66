package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.console.settings.LocalSettings.Kept;
import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.engine.ProfileFile;
import dev.sluice.engine.SubstitutionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings stand in two files, and are saved as one. */
class KeptSettingsTest {

    private static final Kept CHANGED = new Kept(
            new ImageSubstitutions(List.of(new ImageSubstitution("a", "b"))),
            new InstanceProfiles(List.of(new InstanceProfile("Standard_DS5_v2", 2, 4))));

    @TempDir
    private Path folder;

    @Test
    void what_is_saved_is_there_as_a_whole() {
        var settings = settings(folder.resolve("profiles.txt"));

        settings.keep(CHANGED);

        assertThat(settings.kept()).isEqualTo(CHANGED);
    }

    @Test
    void if_the_second_file_cannot_be_written_the_first_is_as_it_was_to_the_letter_and_that_is_said()
            throws IOException {
        var images = Files.writeString(folder.resolve("images.txt"), "# mine\nold=image\n");
        var nowhere = folder.resolve("gone/profiles.txt");

        assertThatThrownBy(() -> settings(nowhere).keep(CHANGED))
                .hasMessageContaining(nowhere + " cannot be written")
                .hasMessageContaining("Nothing has changed");

        assertThat(images).hasContent("# mine\nold=image\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void a_first_file_that_was_not_there_is_not_there_afterwards() {
        assertThatThrownBy(() -> settings(folder.resolve("gone/profiles.txt")).keep(CHANGED))
                .hasMessageContaining("Nothing has changed");

        assertThat(folder).isEmptyDirectory();
    }

    private KeptSettings settings(Path profiles) {
        return new KeptSettings(
                new SubstitutionFile(folder.resolve("images.txt"), ImageSubstitutions.NONE), new ProfileFile(profiles));
    }
}
