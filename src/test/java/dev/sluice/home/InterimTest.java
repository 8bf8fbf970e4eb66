package dev.sluice.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.http.Doorway;
import dev.sluice.domain.Secret;
import dev.sluice.home.RuntimeNote.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterimTest {

    private static final long OWN_PID = ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void a_free_folder_is_opened_at_once() throws Exception {
        var outcome = interim().outcome().orElseThrow();

        assertThat(outcome).isInstanceOf(Interim.Outcome.Opened.class);
        ((Interim.Outcome.Opened) outcome).home().close();
    }

    @Test
    void one_that_is_being_left_is_waited_for_and_who_leaves_is_named() throws Exception {
        var before = Home.open(folder).orElseThrow();
        var outcome = inBackground(() -> interim().outcome());
        assertThat(told.poll(20, TimeUnit.SECONDS)).contains("process " + OWN_PID);

        before.close();

        var opened = (Interim.Outcome.Opened) outcome.get(20, TimeUnit.SECONDS).orElseThrow();
        assertThat(Home.holder(folder)).contains(OWN_PID);
        opened.home().close();
    }

    @Test
    void a_runtime_that_is_starting_is_waited_for() throws Exception {
        try (var starting = Home.open(folder).orElseThrow();
                var door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var outcome = inBackground(() -> interim().outcome());
            var note = new RuntimeNote(
                    new Doorway(URI.create("http://127.0.0.1:" + door.getLocalPort()), new Secret("open sesame")),
                    OWN_PID,
                    "0.1.0",
                    Kind.SERVE,
                    Optional.empty(),
                    List.of());
            new NoteFile(starting.folder()).write(note);

            assertThat(outcome.get(20, TimeUnit.SECONDS)).contains(new Interim.Outcome.Up(note));
        }
    }

    @Test
    void who_only_wants_to_speak_to_it_takes_nothing() throws Exception {
        var before = Home.open(folder).orElseThrow();
        var note = inBackground(() -> interim().await());
        before.close();

        assertThat(note.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(Home.holder(folder)).isEmpty();
    }

    @Test
    void one_that_stays_as_it_is_is_not_waited_for_forever() throws Exception {
        try (var stuck = Home.open(folder).orElseThrow()) {
            assertThat(new Interim(stuck.folder(), Duration.ofMillis(50), told::add).outcome())
                    .isEmpty();
        }
    }

    private static <T> CompletableFuture<T> inBackground(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Interim interim() {
        return new Interim(folder, Duration.ofSeconds(60), told::add);
    }
}
