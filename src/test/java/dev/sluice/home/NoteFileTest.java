package dev.sluice.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.http.Doorway;
import dev.sluice.domain.Secret;
import dev.sluice.home.RuntimeNote.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteFileTest {

    private static final long OWN_PID = ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    @Test
    void what_a_runtime_says_about_itself_is_read_by_others_as_long_as_it_listens() throws Exception {
        var file = new NoteFile(folder);
        try (var door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var note = note(door.getLocalPort(), OWN_PID);
            file.write(note);

            assertThat(file.read()).contains(note);
        }
        assertThat(file.read()).as("nobody listens there any more").isEmpty();
    }

    @Test
    void nobody_but_its_user_can_read_the_secret() throws IOException {
        var file = new NoteFile(folder);
        file.write(note(1, OWN_PID));
        file.write(note(2, OWN_PID));

        try (var all = Files.list(folder)) {
            assertThat(all)
                    .singleElement()
                    .satisfies(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void what_a_crash_has_left_behind_counts_for_nothing() throws Exception {
        var file = new NoteFile(folder);
        long gone = pidOfAProcessThatHasEnded();
        try (var foreign = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            file.write(note(foreign.getLocalPort(), gone));
            assertThat(file.read()).as("another program has the port").isEmpty();
        }
        file.write(note(1, OWN_PID));
        assertThat(file.read()).as("another program has the process number").isEmpty();
        Files.writeString(folder.resolve("control.json"), "{\"address\": \"http:");
        assertThat(file.read()).as("damaged").isEmpty();
        Files.writeString(folder.resolve("control.json"), "{\"address\": \"http://127.0.0.1:1\", \"pid\": 3}");
        assertThat(file.read()).as("without a secret").isEmpty();
    }

    @Test
    void another_process_with_the_number_of_one_that_has_crashed_is_no_runtime_even_if_the_port_is_open()
            throws Exception {
        var file = new NoteFile(folder);
        try (var foreign = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            file.write(note(foreign.getLocalPort(), OWN_PID));
            assertThat(file.read()).isPresent();
            var path = folder.resolve("control.json");
            var born = Incarnation.of(OWN_PID).born();
            assertThat(born).isNotEmpty();
            Files.writeString(path, Files.readString(path).replace('"' + born + '"', "\"1\""));

            assertThat(file.read()).isEmpty();
        }
    }

    @Test
    void keys_that_a_newer_program_has_written_are_passed_over() throws Exception {
        var file = new NoteFile(folder);
        try (var door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var note = note(door.getLocalPort(), OWN_PID);
            file.write(note);
            var path = folder.resolve("control.json");
            Files.writeString(
                    path, Files.readString(path).replaceFirst("\\{", "{\"new\": {\"a\": [1, 2]}, \"more\": [\"x\"],"));

            assertThat(file.read()).contains(note);
        }
    }

    private static RuntimeNote note(int port, long pid) {
        return new RuntimeNote(
                new Doorway(URI.create("http://127.0.0.1:" + port), new Secret("open sesame")),
                pid,
                "0.1.0",
                Kind.SERVE,
                Optional.of("no socket"),
                List.of("mcr.microsoft.com/* = mine:1"));
    }

    private static long pidOfAProcessThatHasEnded() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
