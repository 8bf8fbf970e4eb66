package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside what BuildFolderTest has: files that do not stay as they are, and what is given up halfway. */
class TarStreamTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_that_has_changed_since_it_was_found_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("b.txt"), "three");

        for (long before : List.of(4L, 6L)) {
            assertThatThrownBy(() -> sent(ContextFile.plain("sub/b.txt", file, before)))
                    .isInstanceOf(TarStream.Unreadable.class)
                    .hasMessage("the file sub/b.txt changed while it was sent to Docker");
        }
        assertThatThrownBy(() -> sent(ContextFile.plain("gone.txt", folder.resolve("gone.txt"), 1)))
                .isInstanceOf(TarStream.Unreadable.class)
                .hasMessage("the file gone.txt cannot be read any more");
        assertThat(filesOpen()).isEmpty();
    }

    @Test
    void what_is_given_up_in_the_middle_of_a_file_holds_it_open_no_longer() throws IOException {
        long bytes = 1 << 20;
        var file = Files.write(folder.resolve("weights"), new byte[(int) bytes]);
        var archive = new TarStream(List.of(ContextFile.plain("weights", file, bytes)));
        archive.readNBytes(100_000);
        assertThat(filesOpen()).containsExactly(file.toRealPath());

        archive.close();

        assertThat(filesOpen()).isEmpty();
        assertThatThrownBy(archive::readAllBytes).hasMessage("the build was given up");
    }

    private static void sent(ContextFile file) throws IOException {
        try (var archive = new TarStream(List.of(file))) {
            archive.readAllBytes();
        }
    }

    /** Of the test's folder, by this program. */
    private List<Path> filesOpen() throws IOException {
        var open = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (var handle : all) {
                try {
                    open.add(Files.readSymbolicLink(handle));
                } catch (NoSuchFileException closedMeanwhile) {
                    continue;
                }
            }
        }
        var ours = folder.toRealPath();
        return open.stream().filter(path -> path.startsWith(ours)).toList();
    }
}
