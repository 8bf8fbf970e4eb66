package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringServerTest {

    @TempDir
    Path home;

    @Test
    void every_file_of_the_server_is_unpacked_and_no_other() throws IOException {
        var sources = Path.of("src/main/python");
        var server = ScoringServer.unpackInto(home);

        try (var expected = Files.walk(sources);
                var found = Files.walk(server)) {
            assertThat(found.filter(Files::isRegularFile)
                            .map(file -> server.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            expected.filter(file -> file.toString().endsWith(".py"))
                                    .map(file -> sources.relativize(file).toString())
                                    .toList());
        }
    }

    @Test
    void who_owns_nothing_here_can_read_all_of_it() throws IOException {
        var server = ScoringServer.unpackInto(home);

        assertThat(rights(server)).isEqualTo("rwxr-xr-x");
        assertThat(rights(server.resolve("sluice_scoring"))).isEqualTo("rwxr-xr-x");
        assertThat(rights(server.resolve("__main__.py"))).isEqualTo("rw-r--r--");
    }

    @Test
    void the_same_content_is_unpacked_once_and_leaves_no_draft() throws IOException {
        var server = ScoringServer.unpackInto(home);

        assertThat(ScoringServer.unpackInto(home)).isEqualTo(server);
        try (var all = Files.list(home.resolve("scoring"))) {
            assertThat(all).containsExactly(server);
        }
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
