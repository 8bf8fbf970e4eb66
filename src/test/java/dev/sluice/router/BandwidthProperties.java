package dev.sluice.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.sluice.domain.BandwidthLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class BandwidthProperties {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_BYTES = 70_000;

    /** A part that came {@code gap} nanoseconds after the one before it. */
    private record Part(long gap, int bytes) {}

    /** When it was let through. */
    private record Passage(long at, int bytes) {}

    @Test
    void over_any_window_no_more_than_the_rate_and_one_burst_gets_through() {
        qt().forAll(rates(), integers().between(MOST_BYTES, 1_000_000), clocks(), parts())
                .checkAssert((rate, burst, start, parts) -> {
                    var passages = passages(limited(rate, burst), start, parts);
                    for (int first = 0; first < passages.size(); first++) {
                        long bytes = 0;
                        for (int last = first; last < passages.size(); last++) {
                            bytes += passages.get(last).bytes();
                            long window = passages.get(last).at()
                                    - passages.get(first).at();
                            assertThat((double) bytes)
                                    .isLessThanOrEqualTo(rate * (window / (double) SECOND) + burst + 1e-3);
                        }
                    }
                });
    }

    @Test
    void parts_longer_than_the_burst_still_get_through_at_the_rate() {
        qt().forAll(rates(), clocks(), parts()).checkAssert((rate, start, parts) -> {
            var passages = passages(limited(rate, 0), start, parts);
            long bytes = 0;
            for (var passage : passages) {
                bytes += passage.bytes();
                double time = (passage.at() - start) / (double) SECOND;
                assertThat((double) bytes).isLessThanOrEqualTo(rate * time + 1e-3);
            }
        });
    }

    @Test
    void who_comes_first_passes_first() {
        qt().forAll(rates(), integers().between(0, 1_000_000), clocks(), parts())
                .checkAssert((rate, burst, start, parts) -> {
                    var passages = passages(limited(rate, burst), start, parts);
                    for (int i = 1; i < passages.size(); i++) {
                        assertThat(passages.get(i).at() - passages.get(i - 1).at())
                                .isNotNegative();
                    }
                });
    }

    @Test
    void what_was_given_back_by_everybody_leaves_no_debt() {
        qt().forAll(rates(), clocks(), parts()).checkAssert((rate, now, parts) -> {
            var bandwidth = limited(rate, 0);
            parts.forEach(part -> bandwidth.reserve(part.bytes(), now));
            parts.forEach(part -> bandwidth.giveBack(part.bytes()));
            assertThat(bandwidth.reserve(1, now)).isEqualTo(limited(rate, 0).reserve(1, now));
        });
    }

    @Test
    void five_megabytes_a_second_hold_up_ten_for_a_second_and_the_next_one_behind_them() {
        var bandwidth = Bandwidth.of(BandwidthLimit.perSecond(5_000_000));
        assertThat(bandwidth.reserve(10_000_000, 0)).isEqualTo(SECOND);
        assertThat(bandwidth.reserve(5_000_000, 0)).isEqualTo(2 * SECOND);
        assertThat(bandwidth.reserve(0, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void a_long_rest_earns_no_more_than_one_burst() {
        var bandwidth = limited(1_000, 500);
        bandwidth.reserve(500, 0);
        long aYearOn = TimeUnit.DAYS.toNanos(365);
        assertThat(bandwidth.reserve(500, aYearOn)).isZero();
        assertThat(bandwidth.reserve(500, aYearOn)).isEqualTo(SECOND / 2);
    }

    @Test
    void a_clock_that_runs_over_is_a_clock_like_any_other() {
        var bandwidth = limited(1_000, 0);
        long end = Long.MAX_VALUE - SECOND / 2;
        assertThat(bandwidth.reserve(1_000, end)).isEqualTo(SECOND);
        assertThat(bandwidth.reserve(1_000, end + SECOND)).isEqualTo(SECOND);
    }

    @Test
    void a_debt_beyond_all_measure_stays_a_wait() {
        var bandwidth = limited(1, 0);
        for (int i = 0; i < 100; i++) {
            assertThat(bandwidth.reserve(Integer.MAX_VALUE, Long.MAX_VALUE - i)).isPositive();
        }
    }

    @Test
    void without_a_limit_nobody_waits() {
        var bandwidth = Bandwidth.of(BandwidthLimit.none());
        assertThat(bandwidth.isLimited()).isFalse();
        assertThat(IntStream.range(0, 100).mapToLong(n -> bandwidth.reserve(Integer.MAX_VALUE, 0)))
                .containsOnly(0L);
    }

    @Test
    void threads_that_come_at_once_are_each_given_a_place_of_their_own() throws InterruptedException {
        var bandwidth = limited(1_000_000_000, 0);
        var waits = new AtomicLong();
        var threads = Executors.newFixedThreadPool(4);
        IntStream.range(0, 4)
                .forEach(n -> threads.execute(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        waits.addAndGet(bandwidth.reserve(1, 0));
                    }
                }));
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(waits.get()).isEqualTo(40_000L * 40_001 / 2);
    }

    private static List<Passage> passages(Bandwidth bandwidth, long start, List<Part> parts) {
        var passages = new ArrayList<Passage>();
        long now = start;
        for (var part : parts) {
            now += part.gap();
            passages.add(new Passage(now + bandwidth.reserve(part.bytes(), now), part.bytes()));
        }
        return passages;
    }

    private static Bandwidth limited(long rate, int burst) {
        return Bandwidth.of(new BandwidthLimit.PerSecond(rate), burst);
    }

    private static Gen<Long> rates() {
        return longs().between(1, 3_000_000_000L);
    }

    /** Where a clock stands means nothing, least of all its sign. */
    private static Gen<Long> clocks() {
        return longs().between(-SECOND * 1_000_000, SECOND * 1_000_000);
    }

    private static Gen<List<Part>> parts() {
        return lists().of(longs().between(0, SECOND / 10).zip(integers().between(0, MOST_BYTES), Part::new))
                .ofSizeBetween(1, 30);
    }
}
