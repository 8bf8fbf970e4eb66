package dev.sluice.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {

    /** The standard's own example. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void a_text_its_pieces_and_a_file_of_it_have_the_same(@TempDir Path folder) throws Exception {
        assertThat(Sha256.of("abc")).isEqualTo(OF_ABC);
        assertThat(new Sha256().add("a").add(new byte[] {'b', 'c'}).digits()).isEqualTo(OF_ABC);
        assertThat(Sha256.of(Files.writeString(folder.resolve("file"), "abc"))).isEqualTo(OF_ABC);
    }

    @Test
    void a_file_longer_than_one_piece_is_read_to_its_end(@TempDir Path folder) throws Exception {
        var text = "0123456789abcdef".repeat(10_000);

        assertThat(Sha256.of(Files.writeString(folder.resolve("file"), text))).isEqualTo(Sha256.of(text));
    }

    @Test
    void where_one_text_ends_and_the_next_begins_counts() {
        assertThat(Sha256.of(Stream.of("ab", "c"))).isNotEqualTo(Sha256.of(Stream.of("a", "bc")));
        assertThat(Sha256.of(Stream.of("ab", "c"))).isEqualTo(Sha256.of(Stream.of("ab", "c")));
    }
}
