package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.LocalSize;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.domain.Usage;
import dev.sluice.engine.Consumption;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.InstanceId;
import dev.sluice.engine.InstanceKey;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.PreparedEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GaugesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeEngine engine = new FakeEngine().startsAtOnce();
    private final Gauges gauges = new Gauges(engine, Runnable::run);
    private InstanceId id;

    @BeforeEach
    void an_instance_runs() {
        var files = new InstanceSpec.UnpackedFiles(Path.of("code"), "score.py", Path.of("models"));
        id = engine.start(new InstanceSpec(
                        new InstanceKey(SampleSpecs.BLUE, 1, "blue-1"),
                        new PreparedEnvironment("any", ""),
                        files,
                        Map.of(),
                        new LocalSize(0.5, 512)))
                .toCompletableFuture()
                .join()
                .id();
    }

    @Test
    void how_busy_an_instance_is_shows_at_the_second_look() {
        look(0, 1_000);
        assertThat(gauges.of(id)).isEmpty();

        look(2, 4_000);
        assertThat(gauges.of(id)).contains(new Usage(1.5, 64 << 20));

        look(4, 4_000);
        assertThat(gauges.of(id)).contains(new Usage(0, 64 << 20));
    }

    @Test
    void a_worker_that_takes_its_time_with_it_makes_no_negative_usage() {
        look(0, 4_000);
        look(2, 1_000);

        assertThat(gauges.of(id)).contains(new Usage(0, 64 << 20));
    }

    @Test
    void what_has_ended_takes_nothing_any_more() {
        look(0, 1_000);
        look(2, 4_000);

        gauges.look(List.of());
        assertThat(gauges.of(id)).isEmpty();

        look(4, 5_000);
        engine.ends(id, 0, "exit code 0");
        gauges.look(List.of(id));
        assertThat(gauges.of(id)).isEmpty();
    }

    private void look(int second, int busyMillis) {
        engine.takes(id, new Consumption(NOON.plusSeconds(second), Duration.ofMillis(busyMillis), 64 << 20));
        gauges.look(List.of(id));
    }
}
