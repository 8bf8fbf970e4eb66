package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencySumTest {

    private final DeploymentMeter meter = new DeploymentMeter();
    private final Random random = new Random(11);
    private final LatencySum sum = new LatencySum();

    @Test
    void what_was_added_and_not_taken_again_is_as_if_all_of_it_were_merged_at_once() {
        var parts = IntStream.range(0, 60)
                .mapToObj(i -> measured(random.nextInt(40)))
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            sum.add(parts.get(i));
            if (i >= 7) {
                sum.subtract(parts.get(i - 7));
            }
            assertThatItIs(Latencies.merged(parts.subList(Math.max(0, i - 6), i + 1)));
        }
    }

    @Test
    void the_shortest_and_the_longest_times_are_in_it_too() {
        meter.recordLive(200, 200, 0);
        meter.recordLive(200, 200, Duration.ofHours(1).toNanos());
        var extremes = meter.drain().live().latencies();

        sum.add(extremes);

        assertThatItIs(extremes);
    }

    @Test
    void when_all_is_taken_again_there_is_nothing() {
        var some = measured(30);
        sum.add(some);
        sum.subtract(some);
        sum.add(Latencies.NONE);

        assertThatItIs(Latencies.NONE);
    }

    private void assertThatItIs(Latencies merged) {
        assertThat(List.of(sum.count(), sum.p50(), sum.p95(), sum.p99()))
                .isEqualTo(List.of(merged.count(), merged.p50(), merged.p95(), merged.p99()));
    }

    private Latencies measured(int times) {
        for (int i = 0; i < times; i++) {
            meter.recordLive(200, 200, (long) (8e6 * Math.exp(3 * random.nextGaussian())));
        }
        return meter.drain().live().latencies();
    }
}
