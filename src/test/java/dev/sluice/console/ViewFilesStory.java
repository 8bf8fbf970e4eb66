package dev.sluice.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every file of the fxml folder by itself, without the code that fills it. */
@ExtendWith(ApplicationExtension.class)
class ViewFilesStory {

    private Stage stage;

    @Start
    void show_an_empty_window(Stage given) {
        stage = given;
        Theme.LIGHT.apply();
        stage.show();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_view_can_be_loaded_and_its_styles_are_in_order(Path file, FxRobot robot) {
        try (var warnings = new StyleWarnings()) {
            robot.interact(() -> {
                var scene = new Scene(new StackPane(load(file)), 1000, 700);
                Theme.dress(scene);
                stage.setScene(scene);
            });
            waitForFxEvents();
            // Which colours a view has where it stands, the gallery sees.
            assertThat(warnings.told())
                    .filteredOn(told -> !told.startsWith("Could not resolve"))
                    .isEmpty();
        }
    }

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(Path.of("fxml"))) {
            return files.filter(file -> file.toString().endsWith(".fxml")).sorted().toList().stream();
        }
    }

    private static Parent load(Path file) {
        try {
            var text = Files.readString(file, UTF_8)
                    .replaceAll(" fx:controller=\"[^\"]*\"", "")
                    .replaceAll(" on[A-Z][A-Za-z]*=\"#[^\"]*\"", "");
            var loader =
                    new FXMLLoader(ViewFilesStory.class.getResource("/fxml/" + file.getFileName()), Messages.bundle());
            return loader.load(new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
