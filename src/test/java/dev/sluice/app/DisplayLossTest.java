package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.home.NoteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that ends, or an X server that crashes, under a runtime with a window. */
class DisplayLossTest {

    private static final Path X_SERVER = Path.of("/usr/bin/Xvfb");

    @TempDir
    private Path home;

    @Test
    void a_runtime_outlives_the_display_of_its_window_and_still_ends_in_order() throws Exception {
        assumeThat(X_SERVER).isExecutable();
        var server = new ProcessBuilder(List.of(
                        X_SERVER.toString(), "-displayfd", "1", "-screen", "0", "1200x800x24", "-nolisten", "tcp"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var sluice = SluiceProgram.on(":" + server.inputReader().readLine(), home)) {
            var note = SluiceProgram.up(home);
            await().atMost(Duration.ofSeconds(60)).until(() -> log().contains("goes on without its display"));

            server.destroyForcibly().waitFor();

            await().atMost(Duration.ofSeconds(20)).until(() -> log().contains("the display has gone"));
            assertThat(isDeafToTheEndOfItsTerminal(note.pid())).isTrue();
            assertThat(sluice.said()).contains("Goes on serving (process " + note.pid() + ")");
            try (var control = SluiceProgram.control(note)) {
                assertThat(control.ping().toCompletableFuture().get(10, TimeUnit.SECONDS))
                        .isNull();
                control.stop().toCompletableFuture().get(10, TimeUnit.SECONDS);
            }
            assertThat(sluice.exit()).isZero();
            assertThat(new NoteFile(home).read()).isEmpty();
            assertThat(home.resolve("control.json"))
                    .as("taken away by an orderly end")
                    .doesNotExist();
        } finally {
            server.destroyForcibly();
        }
    }

    /** Linux lists what a process ignores as a set of bits: SIGHUP is the first. */
    private static boolean isDeafToTheEndOfItsTerminal(long pid) throws IOException {
        var ignored = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow();
        return (Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16) & 1) == 1;
    }

    private String log() throws IOException {
        var log = home.resolve("sluice.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
