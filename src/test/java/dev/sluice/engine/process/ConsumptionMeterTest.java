package dev.sluice.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.Consumption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumptionMeterTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path proc;

    private ConsumptionMeter meter;

    @BeforeEach
    void a_process_is_read_for_the_first_time() throws IOException {
        meter = new ConsumptionMeter(new ProcFolder(proc));
        process(100, 4_000);
        meter.read(10, NOON);
        process(300, 9_000);
    }

    @Test
    void the_processor_is_read_each_time_and_the_memory_every_ten_seconds() {
        var soon = NOON.plusSeconds(2);
        var later = NOON.plusSeconds(10);

        assertThat(meter.read(10, soon)).contains(new Consumption(soon, Duration.ofSeconds(3), 4_000 * 1_024));
        assertThat(meter.read(10, later)).contains(new Consumption(later, Duration.ofSeconds(3), 9_000 * 1_024));
    }

    @Test
    void a_process_that_is_gone_takes_nothing_any_more() throws IOException {
        Files.delete(proc.resolve("10/stat"));

        assertThat(meter.read(10, NOON.plusSeconds(2))).isEmpty();
    }

    private void process(long ticks, long kib) throws IOException {
        var folder = proc.resolve("10");
        Files.createDirectories(folder.resolve("task"));
        Files.writeString(folder.resolve("stat"), "10 (python3) S 1 1 1 0 -1 0 0 0 0 0 " + ticks + " 0 0 0 20 0 1 0");
        Files.writeString(folder.resolve("smaps_rollup"), "Rss: 99999 kB\nPss: " + kib + " kB\n");
    }
}
