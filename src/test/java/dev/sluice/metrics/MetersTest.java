package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MetersTest {

    private final DeploymentMeter meter = new DeploymentMeter();

    @Test
    void an_interval_tells_what_came_in_since_the_last_one() {
        meter.recordLive(200, 1_000_000);
        meter.recordPinned(404, 1_000_000);
        meter.recordLive(500, 1_000_000);
        meter.recordMirrored(503, 1_000_000);
        var interval = meter.drain();
        assertThat(interval.live().requests()).isEqualTo(3);
        assertThat(interval.live().byTraffic()).isEqualTo(2);
        assertThat(interval.live().succeeded()).isEqualTo(1);
        assertThat(interval.live().clientErrors()).isEqualTo(1);
        assertThat(interval.live().serverErrors()).isEqualTo(1);
        assertThat(interval.mirrored().serverErrors()).isEqualTo(1);
        assertThat(meter.drain()).isEqualTo(Interval.EMPTY);
    }

    @Test
    void percentiles_are_those_of_the_answers_that_succeeded() {
        IntStream.rangeClosed(1, 100).forEach(millis -> meter.recordLive(200, millis * 1_000_000L));
        meter.recordLive(500, Duration.ofMinutes(1).toNanos());
        var live = meter.drain().live();
        assertThat(live.p50().toNanos()).isCloseTo(50_000_000, Percentage.withPercentage(1));
        assertThat(live.p95().toNanos()).isCloseTo(95_000_000, Percentage.withPercentage(1));
        assertThat(live.p99().toNanos()).isCloseTo(99_000_000, Percentage.withPercentage(1));
    }

    @Test
    void times_beyond_the_scale_are_held_at_its_ends() {
        meter.recordLive(200, Long.MAX_VALUE);
        meter.recordLive(200, -1);
        assertThat(meter.drain().live().succeeded()).isEqualTo(2);
    }

    @Test
    void a_ledger_balances_with_copies_on_their_way() {
        var mirror = new MirrorMeter();
        for (var outcome : MirrorMeter.Outcome.values()) {
            mirror.sampled();
            mirror.ended(outcome);
        }
        mirror.sampled();
        assertThat(mirror.ledger()).isEqualTo(new MirrorLedger(7, 1, 1, 1, 1, 1, 1, 1));
        assertThat(mirror.ledger().balances()).isTrue();
    }
}
