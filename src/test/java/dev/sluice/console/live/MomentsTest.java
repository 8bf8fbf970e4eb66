package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.BusySamples;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.Change;
import dev.sluice.control.Change.What;
import dev.sluice.control.Resolution;
import dev.sluice.control.TrafficSample;
import dev.sluice.metrics.Interval;
import dev.sluice.metrics.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Subject LIVE_BLUE = new Subject(BLUE, Source.LIVE);
    private static final Subject SHADOW_GREEN = new Subject(GREEN, Source.SHADOW);

    private final List<TrafficSample> samples = new ArrayList<>();

    @Test
    void a_second_is_told_with_as_many_before_it_as_it_takes_to_have_a_hundred_requests() {
        assertThat(requests(steady(20, 8))).containsExactly(20L, 40L, 60L, 80L, 100L, 100L, 100L, 100L);
    }

    @Test
    void a_second_that_has_enough_of_its_own_is_told_alone() {
        assertThat(requests(steady(100, 3))).containsExactly(100L, 100L, 100L);
        assertThat(requests(steady(60, 3))).containsExactly(60L, 120L, 120L);
    }

    @Test
    void no_more_than_ten_seconds_are_told_together_however_few_requests_they_have() {
        var told = steady(2, 14);

        assertThat(told).extracting(Percentiles::requests).endsWith(18L, 20L, 20L, 20L, 20L, 20L);
        assertThat(told.get(13).seconds()).isEqualTo(10);
        assertThat(told.get(13).isThin()).isTrue();
    }

    @Test
    void percentiles_are_those_of_all_the_requests_together_and_no_average() {
        add(PageSamples.live(90, 10));
        add(PageSamples.live(10, 1_000));

        var both = told().get(1);

        assertThat(both.p50()).as("45 took 10 ms, 40 took 17").isBetween(16.8, 17.2);
        assertThat(both.p95()).as("5 of the slow ones took a second").isBetween(990.0, 1_010.0);
    }

    @Test
    void a_busy_deployment_that_gets_nothing_has_a_gap_at_once_and_no_point_looks_back_across_it() {
        assertThat(requests(told(20, 20, 20, 0, 0, 0, 20, 20))).containsExactly(20L, 40L, 60L, 0L, 0L, 0L, 20L, 40L);
        assertThat(requests(told(20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .as("nor later, when the busy second is nearly forgotten")
                .startsWith(20L, 0L)
                .endsWith(0L, 0L);
    }

    @Test
    void rare_requests_have_a_line_and_it_ends_when_five_should_have_come() {
        assertThat(requests(told(1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1)))
                .as("one every other second")
                .doesNotContain(0L);
        assertThat(requests(told(2, 2, 2, 2, 0, 0, 0, 0))).containsExactly(2L, 4L, 6L, 8L, 8L, 8L, 0L, 0L);
    }

    @Test
    void one_request_alone_is_no_line_for_ever() {
        assertThat(requests(told(1, 0, 0, 0, 0, 0, 0))).containsExactly(1L, 1L, 1L, 1L, 1L, 0L, 0L);
    }

    @Test
    void nothing_is_told_together_across_seconds_that_were_not_measured() {
        steady(20, 3);
        samples.add(second(6, PageSamples.live(20, 12)));
        samples.add(second(8, PageSamples.live(20, 12)));

        assertThat(requests(told()))
                .as("one second that is missing is no gap in the line either")
                .containsExactly(20L, 40L, 60L, 20L, 40L);
    }

    @Test
    void nor_when_the_clock_was_set_back() {
        samples.add(second(5, PageSamples.live(20, 12)));
        samples.add(second(2, PageSamples.live(20, 12)));

        assertThat(requests(told())).containsExactly(20L, 20L);
    }

    @Test
    void a_deployment_that_was_deleted_and_created_again_begins_anew() {
        steady(20, 2);
        samples.add(PageSamples.of(NOON.plusSeconds(2), GREEN, Interval.EMPTY));
        samples.add(second(3, PageSamples.live(20, 12)));
        var created = new Change(NOON.plusSeconds(4), new What.Created(BLUE));
        var again = second(4, PageSamples.live(20, 12));
        samples.add(BusySamples.with(again, again.routing(), List.of(), List.of(created)));

        assertThat(requests(told())).containsExactly(20L, 40L, 0L, 20L, 20L);
    }

    @Test
    void copies_are_told_apart_and_begin_anew_when_mirroring_does() {
        var mirrored = PageFleet.of(BLUE, GREEN).mirror(GREEN, 10).routing();
        for (int second = 0; second < 4; second++) {
            var interval = second == 2 ? Interval.EMPTY : PageSamples.mirrored(2, 12);
            var sample = PageSamples.of(NOON.plusSeconds(second), BLUE, PageSamples.live(20, 12), GREEN, interval);
            samples.add(BusySamples.with(sample, second == 2 ? sample.routing() : mirrored, List.of(), List.of()));
        }

        assertThat(requests(told(SHADOW_GREEN))).containsExactly(2L, 4L, 0L, 2L);
        assertThat(requests(told(LIVE_BLUE))).containsExactly(20L, 40L, 60L, 80L);
    }

    @Test
    void samples_of_five_seconds_are_told_two_together_and_longer_ones_alone() {
        assertThat(of(Resolution.FIVE_SECONDS, 30))
                .extracting(Percentiles::requests)
                .containsExactly(30L, 60L, 60L);
        assertThat(of(Resolution.FIVE_SECONDS, 30))
                .extracting(Percentiles::seconds)
                .containsExactly(5, 10, 10);
        for (var resolution : List.of(Resolution.TEN_SECONDS, Resolution.MINUTE, Resolution.FIVE_MINUTES)) {
            assertThat(of(resolution, 99)).as("%s", resolution).allMatch(Percentiles::isThin);
            assertThat(of(resolution, 100)).as("%s", resolution).noneMatch(Percentiles::isThin);
        }
    }

    @Test
    void whatever_comes_each_point_is_of_the_shortest_time_with_enough_and_of_none_beyond_a_gap() {
        var random = new Random(23);
        for (int round = 0; round < 40; round++) {
            samples.clear();
            int most = List.of(2, 4, 30, 150).get(round % 4);
            for (int second = 0; second < 60; second++) {
                add(random.nextInt(6) == 0 ? Interval.EMPTY : PageSamples.live(random.nextInt(most), 5 + second));
            }
            checkEach(told());
        }
    }

    private void checkEach(List<Percentiles> told) {
        for (int i = 0; i < told.size(); i++) {
            var point = told.get(i);
            var parts = own(i - point.seconds() + 1, i + 1);
            var merged = Latencies.merged(parts);

            assertThat(point).isEqualTo(Percentiles.of(merged, Duration.ofSeconds(parts.size())));
            if (point.requests() == 0) {
                assertThat(own(i, i + 1)).as("a gap").containsExactly(Latencies.NONE);
                continue;
            }
            assertThat(parts).hasSizeBetween(1, 10);
            assertThat(Latencies.merged(parts.subList(1, parts.size())).count())
                    .as("without the oldest")
                    .isLessThan(100);
            int before = i - parts.size();
            assertThat(point.requests() >= 100
                            || parts.size() == 10
                            || before < 0
                            || told.get(before).requests() == 0)
                    .as("stops short of a hundred only after ten seconds, or at a gap")
                    .isTrue();
            assertThat(told.subList(before + 1, i + 1)).as("no gap within").noneMatch(other -> other.requests() == 0);
        }
    }

    private List<Latencies> own(int from, int to) {
        return samples.subList(from, to).stream()
                .map(sample -> sample.deployments().get(BLUE).live().latencies())
                .toList();
    }

    private List<Percentiles> steady(int requests, int seconds) {
        samples.clear();
        Collections.nCopies(seconds, requests).forEach(each -> add(PageSamples.live(each, 12)));
        return told();
    }

    private List<Percentiles> told(int... requests) {
        samples.clear();
        IntStream.of(requests).forEach(each -> add(each == 0 ? Interval.EMPTY : PageSamples.live(each, 12)));
        return told();
    }

    private List<Percentiles> told() {
        return told(LIVE_BLUE);
    }

    private List<Percentiles> told(Subject subject) {
        return new Moments()
                .of(samples).stream().map(moment -> moment.percentiles(subject)).toList();
    }

    private List<Percentiles> of(Resolution resolution, int requests) {
        samples.clear();
        for (int i = 0; i < 3; i++) {
            var sample = PageSamples.of(
                    NOON.plus(resolution.length().multipliedBy(i)), BLUE, PageSamples.live(requests, 12));
            samples.add(new TrafficSample(
                    sample.at(),
                    resolution,
                    resolution.length(),
                    sample.routing(),
                    sample.deployments(),
                    List.of(),
                    List.of()));
        }
        return told(LIVE_BLUE);
    }

    private static List<Long> requests(List<Percentiles> told) {
        return told.stream().map(Percentiles::requests).toList();
    }

    private void add(Interval blue) {
        samples.add(second(samples.size(), blue));
    }

    private static TrafficSample second(int second, Interval blue) {
        return PageSamples.of(NOON.plusSeconds(second), BLUE, blue);
    }
}
