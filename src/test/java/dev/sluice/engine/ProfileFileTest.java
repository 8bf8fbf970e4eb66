package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_person_writes_one_profile_a_line() throws IOException {
        assertThat(kept("# mine\n\nStandard_DS5_v2=2,4\n  gpu-nodes = 1, 2  \n").inOrder())
                .containsExactly(new InstanceProfile("Standard_DS5_v2", 2, 4), new InstanceProfile("gpu-nodes", 1, 2));
    }

    @Test
    void what_is_kept_is_read_again_and_can_be_read_by_a_person() throws IOException {
        var path = folder.resolve("instance-profiles.txt");
        var two = new InstanceProfiles(
                List.of(new InstanceProfile("Standard_DS5_v2", 2, 4), new InstanceProfile("gpu-nodes", 0.5, 0.25)));

        new ProfileFile(path).keep(two);

        assertThat(new ProfileFile(path).kept()).isEqualTo(two);
        assertThat(path).content().contains("\nStandard_DS5_v2 = 2,4\ngpu-nodes = 0.5,0.25\n");
    }

    @Test
    void without_the_file_there_are_none() {
        assertThat(new ProfileFile(folder.resolve("none")).kept()).isEqualTo(new InstanceProfiles(List.of()));
    }

    @Test
    void a_line_that_makes_no_sense_is_told_with_its_place_and_what_to_write() {
        assertThatThrownBy(() -> kept("a=1,2\nStandard_DS5_v2 is small\n"))
                .hasMessageContaining("instance-profiles.txt:2: 'Standard_DS5_v2 is small'")
                .hasMessageContaining("Write NAME=CORES,GiB");
    }

    @Test
    void what_cannot_be_read_is_not_written_over_and_said_to_be_so() throws IOException {
        var path = Files.createDirectory(folder.resolve("instance-profiles.txt"));

        assertThatThrownBy(() -> new ProfileFile(path).keep(new InstanceProfiles(List.of())))
                .hasMessage(path + " cannot be read, and so it is not replaced: Is a directory");
        assertThat(path).isDirectory();
    }

    @Test
    void what_cannot_be_written_or_read_is_told_with_the_reason() throws IOException {
        var nowhere = new ProfileFile(folder.resolve("nowhere/instance-profiles.txt"));
        assertThatThrownBy(() -> nowhere.keep(new InstanceProfiles(List.of())))
                .hasMessageEndingWith("instance-profiles.txt cannot be written: its folder is not there");

        var binary = Files.write(folder.resolve("instance-profiles.txt"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> new ProfileFile(binary).kept())
                .hasMessageContaining("it cannot be read: it is not UTF-8 text");
    }

    private InstanceProfiles kept(String text) throws IOException {
        var file = Files.writeString(folder.resolve("instance-profiles.txt"), text);
        return new ProfileFile(file).kept();
    }
}
