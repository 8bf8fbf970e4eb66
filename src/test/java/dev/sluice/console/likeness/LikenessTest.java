package dev.sluice.console.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.InstanceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final Path JAVA = Path.of("src/test/java");
    private static final Path PYTHON = Path.of("src/test/python");

    @Test
    void the_window_shows_what_the_documents_say() throws IOException {
        assertThat(Likeness.rows()).isEqualTo(Likeness.read(Files.readString(Path.of("docs/compatibility.md"))));
    }

    @Test
    void o8_each_row_says_how_it_is_here_in_one_of_four_words_and_in_one_sentence() {
        assertThat(Likeness.rows()).hasSizeGreaterThan(100).allSatisfy(row -> {
            assertThat(row.here()).as(row.what()).isIn("same", "emulated", "no local effect", "refused");
            assertThat(row.sentence()).as(row.what()).endsWith(".");
            assertThat(row.what()).isNotEmpty();
        });
    }

    @Test
    void a4_the_window_says_that_whoever_uses_it_is_owner_and_that_nothing_is_left_out_for_want_of_a_role() {
        assertThat(Likeness.rows())
                .filteredOn(row -> row.matches("RBAC"))
                .singleElement()
                .satisfies(row -> assertThat(row.sentence()).contains("is owner of all", "nothing is left out"));
    }

    @Test
    void c7_the_size_in_the_table_is_the_one_that_its_machine_stands_for() {
        var size = InstanceProfiles.NONE.of(InstanceType.of("Standard_DS3_v2"));

        assertThat(Likeness.rows())
                .filteredOn(row -> row.what().equals("List of machine sizes"))
                .singleElement()
                .satisfies(row -> assertThat(row.sentence()).contains("one core and 1 GiB for Standard_DS3_v2"));
        assertThat(size.cores()).isEqualTo(1);
        assertThat(size.memoryMiB()).isEqualTo(1024);
    }

    @Test
    void every_behaviour_names_a_test_that_is_there() {
        var behaviours = Likeness.rows().stream()
                .filter(row -> row.table().startsWith("Behaviours"))
                .toList();
        assertThat(behaviours).hasSizeGreaterThan(40);
        assertThat(behaviours).filteredOn(row -> !isThere(row.shownBy())).isEmpty();
    }

    @Test
    void a_row_is_found_by_any_of_its_words() {
        var row = new Likeness.Row("Endpoint files", "auth_mode", "emulated", "Keys and tokens.", "");
        assertThat(Set.of("AUTH", "tokens", " emulated ", "endpoint")).allMatch(row::matches);
        assertThat(row.matches("mirror")).isFalse();
    }

    @Test
    void a_row_with_too_few_cells_is_not_passed_over() {
        assertThat(Likeness.read("## T\n| a | b | c |\n| --- | --- | --- |\n| `k` | same | It is. |\n"))
                .containsExactly(new Likeness.Row("T", "k", "same", "It is.", ""));
        assertThatThrownBy(() -> Likeness.read("| a | b |\n| --- | --- |\n| k | same |\n"))
                .hasMessageContaining("too few cells: | k | same |");
    }

    private static boolean isThere(String test) {
        var parts = test.split("#", -1);
        return parts.length == 2
                && (parts[0].endsWith(".py")
                        ? holds(PYTHON, parts[0], "def " + parts[1] + "(")
                        : holds(JAVA, parts[0] + ".java", "void " + parts[1] + "("));
    }

    private static boolean holds(Path folder, String name, String text) {
        Predicate<Path> isNamed = file -> file.getFileName().toString().equals(name);
        try (var files = Files.walk(folder)) {
            return files.filter(isNamed).anyMatch(file -> read(file).contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
