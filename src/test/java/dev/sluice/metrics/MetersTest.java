package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MetersTest {

    private final DeploymentMeter meter = new DeploymentMeter();

    @Test
    void an_interval_tells_what_came_in_since_the_last_one() {
        meter.recordLive(200, 200, 1_000_000);
        meter.recordPinned(424, 404, 1_000_000);
        meter.recordLive(424, 500, 1_000_000);
        meter.recordMirrored(424, 503, 1_000_000);
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
        IntStream.rangeClosed(1, 100).forEach(millis -> meter.recordLive(200, 200, millis * 1_000_000L));
        meter.recordLive(424, 500, Duration.ofMinutes(1).toNanos());
        var live = meter.drain().live();
        assertThat(live.p50().toNanos()).isCloseTo(50_000_000, Percentage.withPercentage(1));
        assertThat(live.p95().toNanos()).isCloseTo(95_000_000, Percentage.withPercentage(1));
        assertThat(live.p99().toNanos()).isCloseTo(99_000_000, Percentage.withPercentage(1));
    }

    @Test
    void times_beyond_the_scale_are_held_at_its_ends() {
        meter.recordLive(200, 200, Long.MAX_VALUE);
        meter.recordLive(200, 200, -1);
        assertThat(meter.drain().live().succeeded()).isEqualTo(2);
    }

    @Test
    void the_time_that_places_were_held_is_added_up_and_begins_anew_with_each_interval() {
        meter.worked(30_000_000);
        meter.worked(10_000_000);

        assertThat(meter.drain().work()).isEqualTo(new Interval.Work(2, Duration.ofMillis(40)));
        assertThat(meter.drain().work()).isEqualTo(Interval.Work.NONE);
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

    @Test
    void totals_hold_what_was_drained_and_what_was_not() {
        meter.recordLive(200, 200, 1_000_000);
        meter.drain();
        meter.recordLive(200, 200, 1_000_000);
        meter.recordPinned(424, 500, 1_000_000);
        assertThat(meter.totals().requests())
                .containsEntry(RequestKind.TRAFFIC, Map.of(new Statuses(200, 200), 2L))
                .containsEntry(RequestKind.PINNED, Map.of(new Statuses(424, 500), 1L))
                .containsEntry(RequestKind.MIRRORED, Map.of());
        assertThat(meter.totals().live().count())
                .as("of those that were drained")
                .isEqualTo(1);
        assertThat(meter.drain().live().byTraffic()).isEqualTo(1);
        assertThat(meter.totals().live().count()).isEqualTo(2);
    }

    @Test
    void what_a_model_made_up_as_a_status_is_counted_at_the_scales_end() {
        meter.recordLive(424, 999, 0);
        meter.recordLive(424, 1, 0);
        assertThat(meter.totals().requests().get(RequestKind.TRAFFIC))
                .containsOnlyKeys(new Statuses(424, 599), new Statuses(424, 100));
    }

    @Test
    void many_who_count_at_once_lose_nothing() throws InterruptedException {
        var writers = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> IntStream.range(0, 10_000).forEach(n -> meter.recordLive(200, 200, n))))
                .toList();
        writers.forEach(Thread::start);
        long drained = 0;
        for (var writer : writers) {
            drained += meter.drain().live().byTraffic();
            writer.join();
        }
        drained += meter.drain().live().byTraffic();
        assertThat(drained).isEqualTo(40_000);
        assertThat(meter.totals().requests().get(RequestKind.TRAFFIC)).containsValue(40_000L);
        assertThat(meter.totals().live().count()).isEqualTo(40_000);
    }
}
