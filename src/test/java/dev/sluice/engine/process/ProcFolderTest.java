package dev.sluice.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.Consumption;
import dev.sluice.engine.Instance.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFolderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path proc;

    @Test
    void a_servers_workers_and_what_they_started_count_as_its_own() throws IOException {
        process(10, "python3", "11 12", 150, 4_000);
        process(11, "python3", "13", 20, 1_000);
        process(12, "python3", "", 30, 1_000);
        process(13, "ffmpeg", "", 40, 500);
        process(14, "somebody else's", "", 1_000, 1_000);

        assertThat(new ProcFolder(proc).consumption(10, NOW))
                .contains(new Consumption(NOW, Duration.ofMillis(2_400), 6_500 * 1_024));
    }

    @Test
    void a_program_may_be_called_what_it_likes() throws IOException {
        process(10, "a) b (c 1 2 3", "", 150, 4_000);

        assertThat(new ProcFolder(proc).consumption(10, NOW))
                .get()
                .extracting(Consumption::processor)
                .isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void a_worker_that_ends_while_it_is_read_is_left_out() throws IOException {
        process(10, "python3", "11", 150, 4_000);

        assertThat(new ProcFolder(proc).consumption(10, NOW)).isPresent();
    }

    @Test
    void o2_a_process_that_was_killed_while_the_system_killed_for_want_of_memory_is_said_to_have_been_so()
            throws IOException {
        Files.writeString(proc.resolve("vmstat"), "oom_kill_disable 9\noom_kill 4\nswap_ra 1\n");

        assertThat(new ProcFolder(proc).memoryKills()).hasValue(4);
        assertThat(InstanceProcess.ended(137, true).cause()).isEqualTo(Cause.OUT_OF_MEMORY);
        assertThat(InstanceProcess.ended(137, false).cause()).isEqualTo(Cause.EXIT);
        assertThat(InstanceProcess.ended(3, true).reason()).isEqualTo("exit code 3");
    }

    @Test
    void nothing_is_known_on_a_computer_without_such_files() {
        assertThat(new ProcFolder(proc.resolve("nowhere")).consumption(10, NOW)).isEmpty();
    }

    /** {@code ticks} are spread over its own time and that of its children who have ended. */
    private void process(long pid, String program, String children, long ticks, long kib) throws IOException {
        var folder = proc.resolve(Long.toString(pid));
        var thread = Files.createDirectories(folder.resolve("task").resolve(Long.toString(pid)));
        Files.writeString(thread.resolve("children"), children);
        Files.writeString(
                folder.resolve("stat"),
                pid + " (" + program + ") S 1 10 10 0 -1 4194304 5 6 7 8 " + (ticks - 6) + " 1 2 3 20 0 1 0 777 999\n");
        Files.writeString(
                folder.resolve("smaps_rollup"),
                "00-ff ---p 00 00:00 0 [rollup]\nRss: 9999 kB\nPss: " + kib + " kB\nPss_Anon: 3 kB\n");
    }
}
