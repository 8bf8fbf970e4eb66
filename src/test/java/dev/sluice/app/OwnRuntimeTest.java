package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.Connection;
import dev.sluice.control.Fleet;
import dev.sluice.control.http.json.Codec;
import dev.sluice.home.NoteFile;
import dev.sluice.home.RuntimeNote;
import dev.sluice.home.RuntimeNote.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runtime a command of the cloud gets to. */
class OwnRuntimeTest {

    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path folder;

    private PlayedRuntime runtimeIn(String home, long revision) throws IOException {
        var fleet = new Fleet(revision, new Fleet.Runtime("process", "played", "", 1, 2), List.of(), List.of());
        var runtime = PlayedRuntime.open(new Codec().write(fleet, Fleet.class));
        var note = new RuntimeNote(
                runtime.doorway(), ProcessHandle.current().pid(), Version.OWN, Kind.SERVE, Optional.empty(), List.of());
        new NoteFile(Files.createDirectory(folder.resolve(home))).write(note);
        return runtime;
    }

    private long revisionSeenBy(Connection connection) throws Exception {
        return connection.open(told::add).fleet().toCompletableFuture().get().revision();
    }

    @Test
    void the_folder_that_is_named_wins_over_the_usual_one() throws Exception {
        try (var usual = runtimeIn("usual", 1);
                var other = runtimeIn("other", 2);
                var own = new OwnRuntime(
                        Map.of("SLUICE_HOME", folder.resolve("usual").toString()))) {
            assertThat(usual.doorway()).isNotEqualTo(other.doorway());
            assertThat(revisionSeenBy(own.in(Optional.empty()))).isEqualTo(1);
            assertThat(revisionSeenBy(own.in(Optional.of(folder.resolve("other")))))
                    .isEqualTo(2);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void a_folder_is_meant_from_where_the_user_is() throws Exception {
        var here = Path.of("").toAbsolutePath();
        try (var other = runtimeIn("other", 3);
                var own = new OwnRuntime(Map.of())) {
            var relative = here.relativize(folder.resolve("other"));

            assertThat(relative).isRelative();
            assertThat(revisionSeenBy(own.in(Optional.of(relative))))
                    .as(other.toString())
                    .isEqualTo(3);
        }
    }
}
