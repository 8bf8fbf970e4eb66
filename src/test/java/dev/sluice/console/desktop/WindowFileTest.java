package dev.sluice.console.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.support.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowFileTest {

    private static final WindowState LEFT = new WindowState(
            Optional.of(new WindowState.Bounds(-40, 12.5, 1300, 800)),
            true,
            0.3,
            ThemeChoice.SYSTEM,
            ColorScheme.DARK,
            "traffic",
            new Selection.OfDeployment(SampleFleets.GREEN),
            WhenClosed.KEEP_SERVING,
            Map.of("logs.wrap", "true", "logs.levels", "errors"));

    @TempDir
    private Path folder;

    @Test
    void a_window_opens_as_it_was_left() {
        file().save(LEFT);

        assertThat(file().load()).isEqualTo(LEFT);
    }

    @Test
    void the_endpoint_alone_and_nothing_at_all_are_remembered_too() {
        for (var chosen : new Selection[] {new Selection.OfEndpoint(SampleFleets.DIABETES), new Selection.Nothing()}) {
            var left = new WindowState(
                    Optional.empty(),
                    false,
                    0.21,
                    ThemeChoice.LIGHT,
                    ColorScheme.LIGHT,
                    "overview",
                    chosen,
                    WhenClosed.STOP,
                    Map.of());
            file().save(left);

            assertThat(file().load()).isEqualTo(left);
        }
    }

    @Test
    void without_a_file_it_opens_as_for_the_first_time_in_the_desktops_looks() {
        assertThat(file().load()).isEqualTo(WindowState.first());
        assertThat(WindowState.first().theme()).isEqualTo(ThemeChoice.SYSTEM);
    }

    @Test
    void a_file_of_an_earlier_version_has_the_user_asked_at_closing() throws IOException {
        Files.writeString(
                folder.resolve("window.properties"),
                "maximized=true\ndivider=0.2\ntheme=dark\nlooked-like=dark\npage=logs");

        assertThat(file().load().page()).isEqualTo("logs");
        assertThat(file().load().whenClosed()).isEqualTo(WhenClosed.ASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "width=1\nheight=0\nx=0\ny=0",
                "\\u00zz",
                "maximized=true\ndivider=7\ntheme=dark\nlooked-like=dark",
                "maximized=true\ndivider=0.2\ntheme=pink\nlooked-like=dark",
                "maximized=true\ndivider=0.2\ntheme=dark\nlooked-like=dark\nendpoint=9 not a name",
                "maximized=true\ndivider=0.2\ntheme=dark\nlooked-like=dark\nwidth=NaN\nheight=1\nx=0\ny=0"
            })
    void a_file_that_is_broken_is_as_good_as_none(String text) throws IOException {
        Files.writeString(folder.resolve("window.properties"), text);

        assertThat(file().load()).isEqualTo(WindowState.first());
    }

    @Test
    void a_file_that_cannot_be_written_keeps_nobody_from_leaving() {
        var nowhere = new WindowFile(folder.resolve("gone/window.properties"));

        assertThatCode(() -> nowhere.save(LEFT)).doesNotThrowAnyException();
    }

    private WindowFile file() {
        return new WindowFile(folder.resolve("window.properties"));
    }
}
