package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How the parts of the window are joined: what leads from one to the other, and what comes in from outside. */
@ExtendWith(ApplicationExtension.class)
class WindowStory {

    private final TestBench desk = new TestBench(new FxThread());
    private final BlankPage traffic = new BlankPage();
    private ConsoleScreen console;

    @Start
    void open_the_window(Stage stage) {
        new ConsoleWindow(
                        desk.bench,
                        desk.questions,
                        file -> new Read.Deployment(SampleFleets.spec(SampleFleets.BLUE, 1), List.of()),
                        Runnable::run,
                        List.of(new PageEntry("traffic", "overview.title", () -> traffic)),
                        () -> {})
                .show(stage, Theme.LIGHT);
    }

    @BeforeEach
    void know_the_window(FxRobot robot) {
        console = new ConsoleScreen(robot, desk.control);
    }

    @Test
    void a_link_on_one_page_leads_to_another(FxRobot robot) {
        console.runtimeShows(SampleFleets.split()).choose("blue");

        robot.interact(robot.lookup("#overview-open-traffic").queryButton()::fire);

        assertThat(traffic.told).first().isEqualTo("open " + new Selection.OfDeployment(SampleFleets.BLUE));
    }

    @Test
    void who_looks_at_a_deployment_that_fails_is_not_told_so_once_more() {
        console.runtimeShows(SampleFleets.greenShadow()).choose("green");

        console.runtimeShows(SampleFleets.greenFailed());

        assertThat(desk.notices.notices()).isEmpty();
    }

    @Test
    void who_looks_at_something_else_is_told_that_a_deployment_has_come_up() {
        console.runtimeShows(SampleFleets.creating()).choose("diabetes");

        console.runtimeShows(SampleFleets.blueLive());

        assertThat(console.text(".notice-title")).isEqualTo("diabetes/blue is ready");
    }

    @Test
    void who_edits_its_yaml_is_told_that_it_failed(FxRobot robot) {
        console.runtimeShows(SampleFleets.greenShadow()).choose("green");
        robot.clickOn("YAML");

        console.runtimeShows(SampleFleets.greenFailed());

        assertThat(desk.notices.notices()).hasSize(1);
    }

    @Test
    void while_the_runtime_is_gone_nothing_is_offered_that_it_would_have_to_do(FxRobot robot) {
        console.runtimeShows(SampleFleets.split()).choose("diabetes");
        assertThat(console.isOffered("#shell-new-endpoint")).isTrue();
        assertThat(console.isOffered("#overview-regenerate-primary")).isTrue();

        desk.control.pulse = CompletableFuture.failedFuture(new IllegalStateException("the runtime has ended"));
        await().until(() -> console.shows("#banner"));

        assertThat(console.isOffered("#shell-new-endpoint")).isFalse();
        assertThat(console.isOffered("#shell-open")).isFalse();
        assertThat(console.isOffered("#overview-new-deployment")).isFalse();
        assertThat(console.isOffered("#overview-regenerate-primary")).isFalse();
        console.keys(KeyCode.CONTROL, KeyCode.N);
        assertThat(console.shows("#create-endpoint")).isFalse();
        robot.moveTo(robot.lookup("#shell-new-endpoint").<Node>query().getParent());
        await().until(() ->
                robot.lookup("Not now: the runtime has ended.").tryQuery().isPresent());
    }

    @Test
    void when_a_runtime_is_back_everything_is_offered_again() {
        console.runtimeShows(SampleFleets.split());
        desk.control.pulse = CompletableFuture.failedFuture(new IllegalStateException("the runtime has ended"));
        await().until(() -> !console.isOffered("#shell-new-endpoint"));

        desk.control.pulse = CompletableFuture.completedFuture(null);

        await().until(() -> console.isOffered("#shell-new-endpoint"));
    }

    @Test
    void a_file_that_is_dropped_on_the_window_fills_a_form(FxRobot robot) {
        console.runtimeShows(SampleFleets.split());

        drop(robot, Path.of("blue-deployment.yml"));

        assertThat(console.field("#create-deployment-name")).isEqualTo("blue");
    }

    @Test
    void of_a_folder_that_is_dropped_on_the_window_its_files_are_offered(FxRobot robot, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("blue-deployment.yml"), "");
        console.runtimeShows(SampleFleets.split());

        drop(robot, folder);

        assertThat(console.shows("#found-files")).isTrue();
        assertThat(console.isOffered("#found-open")).isTrue();
    }

    /** From the header, which plays the desktop's file manager. */
    private static void drop(FxRobot robot, Path what) {
        var source = robot.lookup("#shell-title").<Node>query();
        robot.interact(() -> source.setOnDragDetected(event -> {
            var files = new ClipboardContent();
            files.putFiles(List.of(what.toFile()));
            source.startDragAndDrop(TransferMode.COPY).setContent(files);
            event.consume();
        }));
        // The mouse comes from wherever the story before has left it, perhaps over a window that is closed by now.
        robot.moveTo(source);
        waitForFxEvents();
        robot.drag(source).dropTo("#explorer-tree");
        waitForFxEvents();
    }
}
