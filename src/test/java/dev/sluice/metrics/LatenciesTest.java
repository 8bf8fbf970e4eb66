package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final DeploymentMeter meter = new DeploymentMeter();

    @Test
    void percentiles_of_several_intervals_are_those_of_all_their_requests_and_no_average() {
        var quick = measured(990, Duration.ofMillis(10));
        var slow = measured(10, Duration.ofMillis(1_000));

        var merged = Latencies.merged(List.of(quick, slow));

        assertThat(merged.count()).isEqualTo(1_000);
        assertThat(merged.p95().toNanos()).isCloseTo(10_000_000L, Percentage.withPercentage(1));
        assertThat(merged.p99().toNanos()).isCloseTo(10_000_000L, Percentage.withPercentage(1));
        assertThat(Latencies.merged(List.of(slow, quick, slow)).p99().toNanos())
                .isCloseTo(1_000_000_000L, Percentage.withPercentage(1));
    }

    @Test
    void merging_step_by_step_comes_to_the_same_as_at_once() {
        var parts = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> measured(50 * i, Duration.ofMillis(7L * i)))
                .toList();

        var byThrees = List.of(Latencies.merged(parts.subList(0, 3)), Latencies.merged(parts.subList(3, 6)));

        assertThat(Latencies.merged(byThrees)).isEqualTo(Latencies.merged(parts));
    }

    @Test
    void nothing_merged_is_nothing() {
        assertThat(Latencies.merged(List.of(Latencies.NONE, Latencies.NONE))).isSameAs(Latencies.NONE);
        assertThat(Latencies.NONE.p99()).isZero();
    }

    @Test
    void a_busy_second_is_kept_in_little_room() {
        for (int i = 0; i < 1_000; i++) {
            meter.recordLive(200, 200, (long) (5e6 + 3e6 * Math.sin(i) + 40_000L * i));
        }

        assertThat(meter.drain().live().latencies().size()).isLessThan(1_000);
    }

    @Test
    void what_was_packed_for_another_program_is_the_same_there() {
        var latencies = Latencies.merged(List.of(
                measured(3, Duration.ofMillis(10)), measured(1, Duration.ofMinutes(9)), measured(1, Duration.ZERO)));

        var there = Latencies.unpacked(latencies.packed());

        assertThat(there).isEqualTo(latencies);
        assertThat(there.count()).isEqualTo(5);
        assertThat(there.p99()).isEqualTo(latencies.p99());
        assertThat(Latencies.unpacked(Latencies.NONE.packed())).isSameAs(Latencies.NONE);
    }

    @Test
    void a_packed_histogram_that_would_take_another_range_and_so_much_memory_is_refused() {
        var large = new Histogram(Long.MAX_VALUE / 2, 5);
        large.recordValue(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latencies.unpacked(PackedHistogram.encoded(large)))
                .withMessage("these bytes are no histogram of latencies");
    }

    @Test
    void packed_bytes_that_were_cut_or_spoilt_are_refused() {
        var packed = measured(5, Duration.ofMillis(10)).packed();
        var spoilt = packed.clone();
        Arrays.fill(spoilt, 40, spoilt.length, (byte) 0xff);

        for (var bytes : List.of(Arrays.copyOf(packed, 10), Arrays.copyOf(packed, packed.length - 1), spoilt)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Latencies.unpacked(bytes));
        }
    }

    private Latencies measured(int times, Duration each) {
        for (int i = 0; i < times; i++) {
            meter.recordLive(200, 200, each.toNanos());
        }
        return meter.drain().live().latencies();
    }
}
