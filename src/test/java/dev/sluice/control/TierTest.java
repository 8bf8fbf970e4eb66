package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.Change.What;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Usage;
import dev.sluice.metrics.DeploymentMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TierTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final DeploymentName BLUE = new DeploymentName("blue");

    private final Tier seconds = new Tier(Resolution.SECOND);
    private final DeploymentMeter meter = new DeploymentMeter();
    private final List<TrafficSample> told = new ArrayList<>();

    @Test
    void seconds_are_merged_into_ever_coarser_samples_as_these_become_complete() {
        for (int second = 1; second <= 300; second++) {
            add(second, 100, second <= 240 ? 10 : 1_000);
        }

        assertThat(of(Resolution.SECOND)).hasSize(300);
        assertThat(of(Resolution.FIVE_SECONDS)).hasSize(60);
        assertThat(of(Resolution.TEN_SECONDS)).hasSize(30);
        assertThat(of(Resolution.MINUTE)).hasSize(5);
        assertThat(of(Resolution.FIVE_MINUTES)).singleElement().satisfies(sample -> {
            assertThat(sample.at()).isEqualTo(NOON.plusSeconds(300));
            assertThat(sample.covered()).isEqualTo(Duration.ofMinutes(5));
            var live = sample.deployments().get(BLUE).live();
            assertThat(live.requests()).isEqualTo(30_000);
            assertThat(live.byTraffic()).isEqualTo(30_000);
            assertThat(live.p50().toNanos()).isCloseTo(10_000_000L, Percentage.withPercentage(1));
            assertThat(live.p95().toNanos()).isCloseTo(1_000_000_000L, Percentage.withPercentage(1));
        });
    }

    @Test
    void time_that_was_not_measured_is_not_made_up() {
        add(1, 100, 10);
        add(2, 100, 10);
        add(23, 100, 10);

        assertThat(of(Resolution.FIVE_SECONDS)).singleElement().satisfies(sample -> {
            assertThat(sample.at()).isEqualTo(NOON.plusSeconds(2));
            assertThat(sample.covered()).isEqualTo(Duration.ofSeconds(2));
        });
    }

    @Test
    void a_second_that_comes_a_little_early_or_late_keeps_its_place() {
        for (int second = 1; second <= 10; second++) {
            addAt(NOON.plusSeconds(second).plusMillis(second % 2 == 0 ? 240 : -240), 1, 10);
        }

        assertThat(of(Resolution.FIVE_SECONDS))
                .extracting(TrafficSample::covered)
                .containsOnly(Duration.ofSeconds(5));
    }

    @Test
    void of_each_resolution_only_the_newest_samples_are_kept() {
        for (int second = 1; second <= 3_700; second++) {
            add(second, 0, 0);
        }

        var kept = new ArrayList<TrafficSample>();
        seconds.tellAll(kept::add);
        assertThat(kept)
                .filteredOn(sample -> sample.resolution() == Resolution.SECOND)
                .hasSize(3_600);
        assertThat(kept)
                .filteredOn(sample -> sample.resolution() == Resolution.FIVE_SECONDS)
                .hasSize(720);
        assertThat(kept.get(0).resolution()).as("the coarsest first").isEqualTo(Resolution.FIVE_MINUTES);
    }

    @Test
    void a_merged_sample_has_all_changes_the_mean_of_processors_and_the_most_of_memories() {
        var change = new Change(NOON.plusSeconds(1), new What.Created(BLUE));
        var other = new Change(NOON.plusSeconds(2), new What.Ready(BLUE));

        var merged = TrafficSample.merged(
                Resolution.FIVE_SECONDS,
                List.of(using(1, new Usage(0.5, 100), change), using(2, new Usage(1.5, 60), other)));

        assertThat(merged.changes()).containsExactly(change, other);
        assertThat(merged.instances()).containsExactly(new InstanceUsage(BLUE, "blue-1", new Usage(1, 100)));
    }

    private static TrafficSample using(int second, Usage usage, Change change) {
        return new TrafficSample(
                NOON.plusSeconds(second),
                Resolution.SECOND,
                Duration.ofSeconds(1),
                Routing.CLOSED,
                new TreeMap<>(),
                List.of(new InstanceUsage(BLUE, "blue-1", usage)),
                List.of(change));
    }

    private void add(int second, int requests, long millis) {
        addAt(NOON.plusSeconds(second), requests, millis);
    }

    private void addAt(Instant at, int requests, long millis) {
        for (int i = 0; i < requests; i++) {
            meter.recordLive(200, 200, millis * 1_000_000);
        }
        seconds.add(new TrafficSample(at, new TreeMap<>(Map.of(BLUE, meter.drain()))), told::add);
    }

    private List<TrafficSample> of(Resolution resolution) {
        return told.stream().filter(sample -> sample.resolution() == resolution).toList();
    }
}
