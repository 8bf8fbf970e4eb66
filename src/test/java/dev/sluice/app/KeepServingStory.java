package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.console.Png;
import dev.sluice.console.shell.Tie;
import dev.sluice.home.Home;
import dev.sluice.home.RuntimeNote.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The window that a user closes while clients send requests, and that comes back. */
@ExtendWith(ApplicationExtension.class)
class KeepServingStory {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DISPLAY = ":7";

    @TempDir
    private Path folder;

    @Test
    void the_window_goes_and_comes_back_and_no_request_is_lost(FxRobot robot) throws Exception {
        var user = Executors.newSingleThreadExecutor();
        try (var runtime = RuntimeHost.start(Home.open(folder).orElseThrow(), options(), Clock.systemUTC())) {
            var windows = new Windows(
                    () -> new ConsoleHost(
                            Footing.own(runtime, new Tie.Host()), CompletableFuture.completedFuture(null)),
                    DISPLAY::equals,
                    () -> {},
                    () -> {});
            runtime.admit(Kind.CONSOLE, windows);
            LiveModel.bringUp(runtime.control());
            var ended = CompletableFuture.runAsync(() -> show(windows), user);
            await().atMost(PATIENCE)
                    .until(() -> !open().isEmpty()
                            && robot.lookup("#shell-tabs").tryQuery().isPresent());

            try (var load = LiveModel.load(runtime.control())) {
                await().atMost(PATIENCE).until(() -> load.answered() > 200);
                close(robot);
                robot.interact(() -> Png.write(
                        open().get(0).getScene().snapshot(null), Path.of("target/screenshots/closing-question.png")));
                robot.clickOn("#leaving-cancel");
                assertThat(open()).hasSize(1);

                close(robot);
                robot.clickOn("#leaving-keep");
                await().atMost(PATIENCE).until(() -> open().isEmpty());
                int alone = load.answered();
                await().atMost(PATIENCE).until(() -> load.answered() > alone + 500);

                try (var next = SluiceProgram.start(folder, "--engine", "process")) {
                    assertThat(next.exit()).as(next.said()).isZero();
                    assertThat(next.said())
                            .contains("open already")
                            .contains("No effect: --engine. ", "./sluice stop")
                            .contains("process " + ProcessHandle.current().pid());
                }
                assertThat(open()).hasSize(1);
                System.out.println("a window that is closed and comes back: " + load);
                assertThat(load.failures()).as(load.toString()).isEmpty();
            }
            await().atMost(PATIENCE)
                    .until(() -> robot.lookup("#shell-tabs").tryQuery().isPresent());
            close(robot);
            robot.clickOn("#leaving-stop");
            await().atMost(PATIENCE).until(ended::isDone);
            assertThat(open()).isEmpty();
        } finally {
            user.shutdownNow();
        }
    }

    private static void show(Windows windows) {
        try {
            windows.show();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void close(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> robot.lookup("#leaving").tryQuery().isEmpty());
        robot.interact(() -> {
            var window = open().get(0);
            window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#leaving-keep").tryQuery().isPresent());
    }

    private static List<Window> open() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> Window.getWindows().stream()
                        .filter(window -> window instanceof Stage
                                && window.isShowing()
                                && window.getScene() != null
                                && window.getScene().lookup("#shell-tabs") != null)
                        .toList());
    }

    private RuntimeOptions options() {
        var options = new RuntimeOptions();
        options.home = folder;
        options.engine = EngineChoice.process;
        return options;
    }
}
