package dev.sluice.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThisComputerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ThisComputer computer = new ThisComputer(Map.of("PATH", "/nowhere:/usr/bin:/bin", "EMPTY", ""));

    @TempDir
    Path folder;

    @Test
    void who_listens_is_named_with_its_process() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var listener = computer.listener(socket.getLocalPort());
            assertThat(listener).isPresent();
            assertThat(listener.get().program().orElseThrow())
                    .endsWith("(pid " + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void nobody_listens_at_a_port_that_was_let_go() throws IOException {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.close();
        assertThat(computer.listener(socket.getLocalPort())).isEmpty();
    }

    @Test
    void who_has_a_lock_is_told_by_its_process() throws IOException {
        var file = folder.resolve("lock");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(computer.lockHolder(file)).isEmpty();
            try (var held = channel.lock()) {
                assertThat(held.isValid()).isTrue();
                assertThat(computer.lockHolder(file))
                        .contains(ProcessHandle.current().pid());
            }
        }
        assertThat(computer.lockHolder(folder.resolve("none"))).isEmpty();
    }

    @Test
    void a_program_is_found_on_the_path_and_heard_on_both_ways() {
        var shell = computer.program("sh").orElseThrow().toString();
        var said = computer.run(PATIENCE, List.of(shell, "-c", "echo out; echo err >&2; exit 3"));
        assertThat(said).contains(new Computer.Said(3, "out\nerr\n"));
    }

    @Test
    void what_cannot_be_started_and_what_does_not_end_says_nothing() {
        assertThat(computer.run(PATIENCE, List.of("/nowhere/at-all"))).isEmpty();
        assertThat(computer.run(Duration.ofMillis(50), List.of("sleep", "60"))).isEmpty();
        assertThat(computer.program("at-all")).isEmpty();
    }

    @Test
    void room_is_that_of_the_disk_on_which_a_folder_would_be() {
        assertThat(computer.room(folder.resolve("not/there/yet")).orElseThrow()).isPositive();
    }

    @Test
    void an_empty_variable_and_a_file_that_is_not_there_are_none() throws IOException {
        var file = Files.writeString(folder.resolve("it"), "text");
        assertThat(computer.variable("EMPTY")).isEmpty();
        assertThat(computer.text(folder.resolve("none"))).isEmpty();
        assertThat(computer.text(file)).isEqualTo(Optional.of("text"));
    }
}
