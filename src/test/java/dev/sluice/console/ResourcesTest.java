package dev.sluice.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.console.support.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kordamp.ikonli.IkonHandler;

/** What no compiler checks: the texts, icons and style sheets that views name. */
class ResourcesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/sluice/console");

    /** Where the window is put together, and says something too. */
    private static final Path APP = Path.of("src/main/java/dev/sluice/app");

    private static final Pattern KEY_IN_FXML = Pattern.compile("\"%([a-z0-9.-]+)\"");
    private static final Pattern TEXT_IN_CODE = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\"");
    private static final Pattern ICON = Pattern.compile("\"(mdi2[a-z]-[a-z0-9-]+)\"");
    private static final Pattern LOADED_VIEW = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern SHEET = Pattern.compile("\"(/styles/[a-z-]+\\.css)\"");

    @Test
    void every_text_that_a_view_names_exists() throws IOException {
        assertThat(found(KEY_IN_FXML, Path.of("fxml")))
                .isSubsetOf(Messages.bundle().keySet());
    }

    @Test
    void every_text_is_used_somewhere() throws IOException {
        var used = found(KEY_IN_FXML, Path.of("fxml"));
        used.addAll(found(TEXT_IN_CODE, SOURCES));
        used.addAll(found(TEXT_IN_CODE, APP));

        assertThat(Messages.bundle().keySet())
                .filteredOn(key -> !used.contains(key))
                .isEmpty();
    }

    @Test
    void every_text_that_takes_arguments_is_a_pattern_that_can_be_filled() {
        assertThat(Messages.bundle().keySet())
                .allSatisfy(key -> assertThatCode(() -> Messages.of(key, 1, 2, 3, 4, 5))
                        .as(key)
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("icons")
    void every_icon_exists(String literal) {
        assertThat(ServiceLoader.load(IkonHandler.class))
                .filteredOn(handler -> handler.supports(literal))
                .singleElement()
                .extracting(handler -> handler.resolve(literal))
                .isNotNull();
    }

    /** The toolkit takes this width for none given, and measures thirty rows of the column. */
    @Test
    void no_column_is_as_wide_as_one_that_nobody_has_given_a_width() throws IOException {
        assertThat(found(Pattern.compile("(<TableColumn [^>]*prefWidth=\"80\"[^>]*>)"), Path.of("fxml")))
                .isEmpty();
    }

    @Test
    void every_style_sheet_that_is_named_exists() throws IOException {
        var sheets = found(SHEET, Path.of("fxml"));
        sheets.addAll(found(SHEET, SOURCES));

        assertThat(sheets)
                .isNotEmpty()
                .allSatisfy(sheet ->
                        assertThat(getClass().getResource(sheet)).as(sheet).isNotNull());
    }

    @Test
    void every_view_is_shown_by_someone() throws IOException {
        try (var files = Files.list(Path.of("fxml"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".fxml")))
                    .map(name -> name.replace(".fxml", ""))
                    .isSubsetOf(found(LOADED_VIEW, SOURCES));
        }
    }

    static Set<String> icons() throws IOException {
        var icons = found(ICON, Path.of("fxml"));
        icons.addAll(found(ICON, SOURCES));
        return icons;
    }

    private static Set<String> found(Pattern pattern, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> matches(pattern, file))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file, UTF_8)).results().map(match -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
