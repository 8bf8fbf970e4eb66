package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.control.http.Host;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.engine.ProfileFile;
import dev.sluice.home.Home;
import dev.sluice.home.RuntimeNote.Kind;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeHostTest {

    private static final Host WINDOWLESS = new Host() {
        @Override
        public CompletionStage<Boolean> showWindow(String display) {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public void stop() {}
    };

    @TempDir
    private Path folder;

    @Test
    void a_note_that_cannot_be_taken_away_keeps_nothing_else_running() throws Exception {
        var runtime = start();
        var address = runtime.admit(Kind.SERVE, WINDOWLESS).address();
        var note = folder.resolve("control.json");
        Files.delete(note);
        Files.createDirectories(note.resolve("in the way"));

        runtime.close();

        assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
                .isInstanceOf(ConnectException.class);
        try (var next = Home.open(folder).orElseThrow()) {
            assertThat(next.folder()).isEqualTo(folder);
        }
    }

    @Test
    void what_sizes_stand_for_is_read_anew_at_each_start() throws Exception {
        var small = new InstanceProfiles(List.of(InstanceProfile.parse("Standard_DS5_v2=2,4")));
        try (var runtime = start()) {
            assertThat(profiles(runtime)).isEqualTo(InstanceProfiles.NONE);
            new ProfileFile(Home.instanceProfiles(folder)).keep(small);
            assertThat(profiles(runtime)).isEqualTo(InstanceProfiles.NONE);
        }

        for (int again = 0; again < 2; again++) {
            try (var runtime = start()) {
                assertThat(profiles(runtime)).isEqualTo(small);
            }
        }
    }

    private static InstanceProfiles profiles(RuntimeHost runtime) {
        return runtime.control().fleet().toCompletableFuture().join().runtime().profiles();
    }

    @Test
    void nobody_is_let_in_to_a_runtime_that_has_ended() throws Exception {
        var runtime = start();
        runtime.close();

        assertThatThrownBy(() -> runtime.admit(Kind.SERVE, WINDOWLESS)).hasMessageContaining("has ended");
        assertThat(folder.resolve("control.json")).doesNotExist();
    }

    @Test
    void a_folder_that_is_just_being_left_is_waited_for() throws Exception {
        var before = Home.open(folder).orElseThrow();
        var next = CompletableFuture.supplyAsync(() -> {
            try {
                return start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        before.close();

        next.get().close();
    }

    private RuntimeHost start() throws Exception {
        return ProcessRuntime.in(folder);
    }
}
