package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.console.desktop.ColorScheme;
import dev.sluice.console.desktop.ThemeChoice;
import dev.sluice.console.desktop.WhenClosed;
import dev.sluice.console.desktop.WindowFile;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.support.Selection;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.home.NoteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with its window, as a process of its own, closed as a window manager closes it. */
class BackgroundWindowTest {

    private static final Path X_SERVER = Path.of("/usr/bin/Xvfb");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Chosen in the tree, since it is the only one at first. */
    private static final EndpointName FIRST = new EndpointName("a-first");

    @TempDir
    private Path home;

    @Test
    void the_process_keeps_serving_without_its_window_and_the_next_start_brings_the_window_back() throws Exception {
        assumeThat(X_SERVER).isExecutable();
        var window = new WindowFile(home.resolve("window.properties"));
        window.save(askedNoMore());
        var server = new ProcessBuilder(List.of(
                        X_SERVER.toString(), "-displayfd", "1", "-screen", "0", "1200x800x24", "-nolisten", "tcp"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var display = server.inputReader().readLine();
        try (var sluice = SluiceProgram.on(":" + display, home);
                var user = PlayedWindowManager.on(display)) {
            var note = SluiceProgram.up(home);
            try (var control = SluiceProgram.control(note)) {
                bringUpInSightOf(window, control);
                try (var load = LiveModel.load(control)) {
                    await().atMost(PATIENCE).until(() -> load.answered() > 100);
                    user.close(onlyWindow(user));
                    await().atMost(PATIENCE).until(() -> user.windows().isEmpty());
                    await().atMost(PATIENCE)
                            .until(() -> sluice.said().contains("Goes on serving (process " + note.pid()));
                    int alone = load.answered();
                    await().atMost(PATIENCE).until(() -> load.answered() > alone + 500);
                    assertThat(sluice.isAlive()).isTrue();

                    try (var next = SluiceProgram.on(":" + display, home)) {
                        assertThat(next.exit()).as(next.said()).isZero();
                        assertThat(next.said()).contains("open already, in process " + note.pid());
                    }
                    assertThat(onlyWindow(user)).isNotZero();
                    assertThat(new NoteFile(home).read()).as("the same runtime").contains(note);
                    assertThat(load.failures()).as(load.toString()).isEmpty();
                }
                control.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
            }
            assertThat(sluice.exit()).isZero();
        } finally {
            server.destroyForcibly();
        }
    }

    private static WindowState askedNoMore() {
        return new WindowState(
                Optional.empty(),
                false,
                0.3,
                ThemeChoice.LIGHT,
                ColorScheme.LIGHT,
                "",
                new Selection.Nothing(),
                WhenClosed.KEEP_SERVING,
                Map.of());
    }

    /**
     * The window must have seen that something is up before it is closed. Pictures come to it in order: once it has seen
     * that another endpoint is gone, which is later, it writes down that it has turned to the one that is left.
     */
    private static void bringUpInSightOf(WindowFile window, RolloutControl control) throws Exception {
        try (var user = new Walk(control)) {
            user.accepted(control.createEndpoint(EndpointSpec.managed(FIRST, AuthMode.KEY)));
            await().atMost(PATIENCE)
                    .until(() -> chosen(window).filter(FIRST::equals).isPresent());
            LiveModel.bringUp(control);
            user.accepted(control.deleteEndpoint(FIRST));
        }
        await().atMost(PATIENCE)
                .until(() -> chosen(window).filter(name -> !FIRST.equals(name)).isPresent());
    }

    private static Optional<EndpointName> chosen(WindowFile window) {
        return window.load().selection().scope();
    }

    private static int onlyWindow(PlayedWindowManager user) {
        await().atMost(PATIENCE).until(() -> user.windows().size() == 1);
        try {
            return user.windows().get(0);
        } catch (IOException e) {
            throw new AssertionError("the X server has gone", e);
        }
    }
}
