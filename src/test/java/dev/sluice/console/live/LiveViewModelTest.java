package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.console.BusySamples;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Mark;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.console.support.Reach;
import dev.sluice.control.Change;
import dev.sluice.control.Change.What;
import dev.sluice.control.Fleet;
import dev.sluice.control.Resolution;
import dev.sluice.control.TrafficSample;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Usage;
import dev.sluice.metrics.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveViewModelTest {

    private static final EndpointName CHURN = new EndpointName("churn");
    private static final Offset<Double> ONE_PERCENT = within(0.3);

    private final Reach reach = new Reach();
    private final LiveViewModel model = new LiveViewModel(Clock.fixed(NOON, ZoneOffset.UTC), reach.lost());
    private final Moments moments = new Moments();
    private final Fleet fleet =
            PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).fleet();

    @BeforeEach
    void green_is_the_shadow_of_blue() {
        model.open(DIABETES, fleet);
    }

    @Test
    void a_second_without_a_request_has_a_rate_of_zero_and_no_latency() {
        measure(second(0, PageSamples.live(40, 12)), second(1, Interval.EMPTY), second(2, PageSamples.live(41, 13)));

        assertThat(line(BLUE, Quantity.P50).values()[0]).isCloseTo(12, ONE_PERCENT);
        assertThat(line(BLUE, Quantity.P50).values()[1]).isNaN();
        assertThat(line(BLUE, Quantity.P99).values()[2]).isCloseTo(13 * 2.6, ONE_PERCENT);
        assertThat(line(BLUE, Quantity.SERVER_ERRORS).values()).containsExactly(0, Double.NaN, 0);
        assertThat(line(BLUE, Quantity.RATE).values()).containsExactly(40, 0, 41);
    }

    @Test
    void seconds_that_were_not_measured_break_the_line() {
        measure(second(0, PageSamples.live(40, 12)), second(10, PageSamples.live(41, 13)));

        assertThat(line(BLUE, Quantity.RATE).values()).containsExactly(40, Double.NaN, 41);
    }

    @Test
    void before_a_deployment_was_created_and_after_it_was_deleted_there_is_a_gap_and_no_line_at_zero() {
        var alone = BusySamples.with(second(0, PageSamples.live(40, 12)), fleetRouting(), List.of(), List.of());
        var both = PageSamples.of(NOON.plusSeconds(1), BLUE, PageSamples.live(30, 12), GREEN, PageSamples.live(10, 12));
        measure(alone, both, second(2, PageSamples.live(41, 12)));

        for (var quantity : List.of(Quantity.RATE, Quantity.MEASURED)) {
            assertThat(line(GREEN, quantity).values()[0])
                    .as("%s before", quantity)
                    .isNaN();
            assertThat(line(GREEN, quantity).values()[2])
                    .as("%s after", quantity)
                    .isNaN();
        }
        assertThat(line(GREEN, Quantity.RATE).values()[1]).isEqualTo(10);
    }

    @Test
    void a_shadows_lines_begin_with_mirroring_and_end_with_its_last_copy() {
        var noMirror = PageFleet.of(BLUE, GREEN).share(BLUE, 100).routing();
        measure(
                second(0, noMirror, Interval.EMPTY),
                second(1, fleetRouting(), Interval.EMPTY),
                second(2, fleetRouting(), PageSamples.mirrored(4, 12)),
                second(3, noMirror, PageSamples.mirrored(1, 12)),
                second(4, noMirror, Interval.EMPTY));

        assertThat(line(GREEN, Source.SHADOW, Quantity.RATE).values()).containsExactly(Double.NaN, 0, 4, 1, Double.NaN);
        assertThat(line(GREEN, Source.SHADOW, Quantity.MEASURED).values())
                .containsExactly(Double.NaN, 0, 10, 2.5, Double.NaN);
        assertThat(line(GREEN, Source.SHADOW, Quantity.ASKED).values())
                .containsExactly(Double.NaN, 10, 10, 0, Double.NaN);
    }

    @Test
    void copies_make_lines_of_their_own() {
        measure(PageSamples.of(NOON, BLUE, PageSamples.live(40, 12), GREEN, PageSamples.mirrored(4, 20)));

        assertThat(line(GREEN, Source.SHADOW, Quantity.RATE).values()).containsExactly(4);
        assertThat(model.frameProperty().get().subjects())
                .containsExactly(new Subject(BLUE, Source.LIVE), new Subject(GREEN, Source.SHADOW));
    }

    @Test
    void percentiles_of_fewer_than_a_hundred_requests_are_drawn_faint() {
        measure(second(0, PageSamples.live(99, 12)), second(1, PageSamples.live(100, 12)));

        assertThat(line(BLUE, Quantity.P95).faint()).containsExactly(true, false);
        assertThat(line(BLUE, Quantity.RATE).faint()).isEmpty();
    }

    @Test
    void at_twenty_requests_a_second_latencies_are_drawn_firm_and_everything_else_stays_the_seconds_own() {
        for (int second = 0; second < 6; second++) {
            measure(second(
                    second, new Interval(PageSamples.tally(20, second == 5 ? 10 : 0, 12), Interval.Tally.EMPTY)));
        }

        assertThat(line(BLUE, Quantity.P99).faint()).containsExactly(true, true, true, true, false, false);
        assertThat(line(BLUE, Quantity.RATE).values()).containsOnly(20);
        assertThat(line(BLUE, Quantity.SERVER_ERRORS).values()).containsExactly(0, 0, 0, 0, 0, 50);
    }

    @Test
    void what_a_crosshair_and_a_table_tell_of_a_second_is_what_is_drawn() {
        measure(second(0, PageSamples.live(60, 10)), second(1, PageSamples.live(60, 30)));

        var drawn = line(BLUE, Quantity.P50).values()[1];
        model.crosshair().pointAt(NOON.getEpochSecond() + 1);
        var told = model.crosshair().readoutProperty().get().rows().get(0).latencies();
        assertThat(told.p50()).isEqualTo(drawn).isLessThan(30);
        assertThat(told.requests()).isEqualTo(120);
        assertThat(told.seconds()).isEqualTo(2);
        assertThat(Entry.newestFirst(model.frameProperty().get()).get(0).row().latencies())
                .isEqualTo(told);
    }

    @Test
    void errors_are_drawn_by_the_class_of_their_status() {
        measure(second(0, new Interval(PageSamples.tally(40, 10, 12), Interval.Tally.EMPTY)));

        assertThat(line(BLUE, Quantity.SERVER_ERRORS).values()).containsExactly(25);
        assertThat(line(BLUE, Quantity.CLIENT_ERRORS).values()).containsExactly(0);
    }

    @Test
    void shares_that_were_asked_for_are_drawn_as_they_were_at_the_time() {
        var before = PageFleet.of(BLUE, GREEN).share(BLUE, 100).routing();
        var after = PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10).routing();
        var sample = PageSamples.of(NOON, BLUE, PageSamples.live(30, 12), GREEN, PageSamples.live(10, 12));
        var later =
                PageSamples.of(NOON.plusSeconds(1), BLUE, PageSamples.live(90, 12), GREEN, PageSamples.live(10, 12));
        measure(
                BusySamples.with(sample, before, List.of(), List.of()),
                BusySamples.with(later, after, List.of(), List.of()));

        assertThat(line(BLUE, Quantity.ASKED).values()).containsExactly(100, 90);
        assertThat(line(GREEN, Quantity.ASKED).values()).containsExactly(0, 10);
        assertThat(line(GREEN, Quantity.MEASURED).values()).containsExactly(25, 10);
    }

    @Test
    void each_instance_has_lines_of_what_it_takes_and_gaps_where_it_was_not_there() {
        var usage = new InstanceUsage(BLUE, "blue-1", new Usage(0.5, 64 << 20));
        measure(
                BusySamples.with(second(0, Interval.EMPTY), fleetRouting(), List.of(usage), List.of()),
                second(1, Interval.EMPTY));

        assertThat(line(BLUE, Quantity.CORES).values()).containsExactly(0.5, Double.NaN);
        assertThat(line(BLUE, Quantity.MEMORY).values()).containsExactly(64, Double.NaN);
    }

    @Test
    void the_window_ends_at_the_newest_second_and_shows_no_more_than_was_chosen() {
        measure(PageSamples.fiveMinutes(NOON));
        model.choose(Span.ONE_MINUTE);

        var frame = model.frameProperty().get();
        assertThat(frame.to()).isEqualTo(NOON.getEpochSecond());
        assertThat(frame.to() - frame.from()).isEqualTo(60);
        assertThat(line(BLUE, Quantity.RATE).values()).hasSize(61);
    }

    @Test
    void a_longer_window_is_drawn_from_coarser_samples_and_has_no_more_points_than_pixels() {
        for (var resolution : Resolution.values()) {
            for (long i = resolution.kept() - 1; i >= 0; i--) {
                measure(coarse(resolution, NOON.minus(resolution.length().multipliedBy(i))));
            }
        }

        assertThat(resolutionOf(Span.FIVE_MINUTES)).isEqualTo(Resolution.SECOND);
        assertThat(resolutionOf(Span.QUARTER)).isEqualTo(Resolution.FIVE_SECONDS);
        assertThat(resolutionOf(Span.HOUR)).isEqualTo(Resolution.TEN_SECONDS);
        assertThat(resolutionOf(Span.ALL)).isEqualTo(Resolution.FIVE_MINUTES);
        assertThat(line(BLUE, Quantity.RATE).values()).as("rates stay rates").containsOnly(40);
    }

    @Test
    void all_of_a_young_past_is_drawn_second_by_second() {
        model.choose(Span.ALL);
        measure(PageSamples.fiveMinutes(NOON));

        var frame = model.frameProperty().get();
        assertThat(frame.resolution()).isEqualTo(Resolution.SECOND);
        assertThat(frame.to() - frame.from()).isEqualTo(301);
    }

    @Test
    void a_pause_holds_the_picture_and_loses_nothing() {
        measure(second(0, PageSamples.live(40, 12)));
        model.pause();
        measure(second(1, PageSamples.live(41, 13)));
        assertThat(model.liveProperty().get()).isFalse();
        assertThat(line(BLUE, Quantity.RATE).values()).containsExactly(40);

        model.resume();
        assertThat(line(BLUE, Quantity.RATE).values()).containsExactly(40, 41);
    }

    @Test
    void a_pause_outlasts_the_choice_of_another_row_of_the_endpoint_and_ends_with_another_endpoint() {
        measure(second(0, PageSamples.live(40, 12)));
        model.pause();

        model.open(DIABETES, fleet);
        measure(second(0, PageSamples.live(40, 12)), second(1, PageSamples.live(41, 13)));
        assertThat(model.liveProperty().get()).isFalse();
        assertThat(line(BLUE, Quantity.RATE).values()).containsExactly(40);

        model.resume();
        assertThat(line(BLUE, Quantity.RATE).values()).containsExactly(40, 41);
        model.pause();
        model.open(CHURN, PageFleet.of(BLUE).fleetOf(CHURN));
        assertThat(model.liveProperty().get()).isTrue();
    }

    @Test
    void scrolling_back_holds_the_picture_and_forward_again_comes_back_to_live() {
        model.choose(Span.ONE_MINUTE);
        measure(PageSamples.fiveMinutes(NOON));

        model.scrollBack();
        model.scrollBack();
        assertThat(model.liveProperty().get()).isFalse();
        assertThat(model.frameProperty().get().to()).isEqualTo(NOON.getEpochSecond() - 60);

        model.scrollForward();
        assertThat(model.liveProperty().get()).isFalse();
        model.scrollForward();
        assertThat(model.liveProperty().get()).isTrue();
        assertThat(model.frameProperty().get().to()).isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void scrolling_back_ends_where_measuring_began() {
        model.choose(Span.ONE_MINUTE);
        measure(PageSamples.fiveMinutes(NOON));

        for (int i = 0; i < 30; i++) {
            model.scrollBack();
        }

        assertThat(model.frameProperty().get().from()).isEqualTo(NOON.getEpochSecond() - 301);
    }

    @Test
    void a_change_is_a_mark_with_its_text_and_is_told_where_the_crosshair_is() {
        var change = new Change(NOON.plusMillis(700), new What.Scaled(BLUE, 1, 2));
        measure(
                second(0, PageSamples.live(40, 12)),
                BusySamples.with(second(1, PageSamples.live(40, 12)), fleetRouting(), List.of(), List.of(change)),
                second(2, PageSamples.live(40, 12)));

        assertThat(model.frameProperty().get().marks())
                .containsExactly(new Mark(NOON.getEpochSecond() + 0.7, "blue scaled from 1 to 2"));
        model.crosshair().pointAt(NOON.getEpochSecond() + 0.8);
        assertThat(model.crosshair().readoutProperty().get().title())
                .isEqualTo("At 12:00:01 (1 s): blue scaled from 1 to 2");
        assertThat(Entry.of(model.frameProperty().get(), 1))
                .extracting(Entry::changes)
                .contains("blue scaled from 1 to 2");
    }

    @Test
    void the_table_of_all_has_the_newest_moment_first_and_its_deployments_in_the_order_of_the_other_table() {
        measure(
                PageSamples.of(NOON, BLUE, PageSamples.live(30, 12), GREEN, PageSamples.mirrored(10, 12)),
                PageSamples.of(
                        NOON.plusSeconds(1), BLUE, PageSamples.live(90, 12), GREEN, PageSamples.mirrored(10, 12)));
        var frame = model.frameProperty().get();
        var newest = Readout.rows(frame.newest().orElseThrow(), frame.subjects(), 1);

        assertThat(newest).as("rows whose order can differ").hasSizeGreaterThan(1);
        assertThat(Entry.newestFirst(frame)).extracting(Entry::row).startsWith(newest.toArray(Readout.Row[]::new));
        assertThat(Entry.newestFirst(frame).get(0).at()).isEqualTo(NOON.getEpochSecond() + 1);
    }

    @Test
    void changes_that_the_coarser_samples_do_not_have_yet_are_marked_all_the_same() {
        model.choose(Span.QUARTER);
        for (int second = -899; second <= 0; second++) {
            measure(second(second, PageSamples.live(1, 12)));
            if (second % 5 == 0) {
                measure(coarse(Resolution.FIVE_SECONDS, NOON.plusSeconds(second)));
            }
        }
        var change = new Change(NOON.plusSeconds(2), new What.Ready(GREEN));
        measure(BusySamples.with(second(2, Interval.EMPTY), fleetRouting(), List.of(), List.of(change)));

        assertThat(model.frameProperty().get().resolution()).isEqualTo(Resolution.FIVE_SECONDS);
        assertThat(model.frameProperty().get().marks()).extracting(Mark::text).containsExactly("green ready");
    }

    @Test
    void the_readout_is_of_the_newest_second_until_somebody_points_elsewhere() {
        var failing = new Interval(PageSamples.tally(40, 10, 12), Interval.Tally.EMPTY);
        measure(
                PageSamples.of(NOON, BLUE, failing, GREEN, PageSamples.mirrored(5, 20)),
                PageSamples.of(NOON.plusSeconds(1), BLUE, PageSamples.live(50, 14)));

        assertThat(model.crosshair().readoutProperty().get().title()).startsWith("Newest, 12:00:01");
        model.pause();
        assertThat(model.crosshair().readoutProperty().get().title()).startsWith("Last shown, 12:00:01");
        model.resume();
        model.crosshair().step(-1);

        var rows = model.crosshair().readoutProperty().get().rows();
        assertThat(model.crosshair().readoutProperty().get().title()).startsWith("At 12:00:00");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).rate()).isEqualTo(40);
        assertThat(rows.get(0).measured()).isEqualTo(100);
        assertThat(rows.get(0).serverErrors()).isEqualTo(25);
        assertThat(rows.get(1).measured()).isEqualTo(12.5);
        assertThat(rows.get(1).latencies().isThin()).isTrue();
        model.crosshair().hide();
        assertThat(model.crosshair().readoutProperty().get().rows().get(0).rate())
                .isEqualTo(50);
    }

    @Test
    void the_crosshair_goes_when_what_it_points_at_is_out_of_sight() {
        model.choose(Span.ONE_MINUTE);
        measure(PageSamples.fiveMinutes(NOON));
        model.crosshair().pointAt(NOON.getEpochSecond() - 60);
        assertThat(model.crosshair().atProperty().get()).isPresent();

        measure(second(1, Interval.EMPTY));

        assertThat(model.crosshair().atProperty().get()).isEmpty();
    }

    @Test
    void with_the_runtime_gone_no_chart_claims_that_anything_is_being_read() {
        reach.lose("it has ended");
        assertThat(reason(Chart.LATENCY)).isEqualTo("Nothing can be read: the runtime has ended.");

        reach.regain();
        assertThat(reason(Chart.LATENCY)).contains("Reading what was measured");
    }

    @Test
    void until_the_first_samples_are_there_no_chart_claims_that_nothing_happened() {
        assertThat(reason(Chart.LATENCY)).contains("Reading what was measured");
        assertThat(reason(Chart.PROCESSOR)).contains("Reading what was measured");

        measure(second(0, Interval.EMPTY));
        assertThat(reason(Chart.LATENCY)).contains("No request came");

        model.open(DIABETES, fleet);
        assertThat(reason(Chart.LATENCY)).as("what was measured stays").contains("No request came");
        model.open(CHURN, fleet);
        assertThat(reason(Chart.LATENCY)).isNull();
    }

    /** Drawn anew, charts and tables take longer than a frame. */
    @Test
    void what_was_measured_stays_until_it_is_told_again() {
        measure(second(0, PageSamples.live(40, 12)), second(1, PageSamples.live(41, 12)));
        var before = model.frameProperty().get();

        model.open(DIABETES, fleet);
        assertThat(model.frameProperty().get()).isSameAs(before);

        measure(second(1, PageSamples.live(41, 12)), second(2, PageSamples.live(42, 12)));
        assertThat(line(BLUE, Quantity.RATE).values()).containsExactly(41, 42);
    }

    @Test
    void an_empty_page_says_what_would_fill_it() {
        measure(second(0, Interval.EMPTY));
        assertThat(model.emptyTextProperty().get()).isEmpty();
        assertThat(reason(Chart.LATENCY)).contains("No request came");
        assertThat(reason(Chart.PROCESSOR)).contains("Not measured yet");

        model.show(DIABETES, PageFleet.of(BLUE).fleet());
        assertThat(reason(Chart.RATE)).contains("no live traffic");

        model.show(DIABETES, PageFleet.of().fleet());
        assertThat(model.emptyTextProperty().get()).contains("Create a deployment");

        measure(second(0, PageSamples.live(40, 12)));
        assertThat(reason(Chart.LATENCY)).isEmpty();
        assertThat(reason(Chart.ERRORS)).isEmpty();
    }

    @Test
    void another_endpoint_starts_with_an_empty_picture() {
        measure(PageSamples.fiveMinutes(NOON));

        model.open(CHURN, PageFleet.of(BLUE).fleet());

        assertThat(model.frameProperty().get().lines()).isEmpty();
        assertThat(model.liveProperty().get()).isTrue();
    }

    private String reason(Chart chart) {
        return model.reasonsProperty().get().get(chart);
    }

    private Resolution resolutionOf(Span span) {
        model.choose(span);
        var frame = model.frameProperty().get();
        assertThat(frame.moments()).hasSizeBetween(150, 600);
        return frame.resolution();
    }

    private static TrafficSample coarse(Resolution resolution, Instant at) {
        long requests = 40 * resolution.length().toSeconds();
        return new TrafficSample(
                at,
                resolution,
                resolution.length(),
                fleetRouting(),
                new TreeMap<>(Map.of(BLUE, new Interval(counted(requests), Interval.Tally.EMPTY))),
                List.of(),
                List.of());
    }

    private static Interval.Tally counted(long requests) {
        return new Interval.Tally(requests, requests, 0, requests, Interval.Tally.EMPTY.latencies());
    }

    private static Routing fleetRouting() {
        return PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).routing();
    }

    private static TrafficSample second(int second, Interval blue) {
        return PageSamples.of(NOON.plus(Duration.ofSeconds(second)), BLUE, blue);
    }

    private static TrafficSample second(int second, Routing routing, Interval green) {
        var sample = PageSamples.of(NOON.plusSeconds(second), BLUE, PageSamples.live(40, 12), GREEN, green);
        return BusySamples.with(sample, routing, List.of(), List.of());
    }

    private void measure(TrafficSample... samples) {
        measure(List.of(samples));
    }

    private void measure(List<TrafficSample> samples) {
        model.measure(moments.of(samples));
    }

    private Line line(DeploymentName name, Quantity quantity) {
        return line(name, Source.LIVE, quantity);
    }

    private Line line(DeploymentName name, Source source, Quantity quantity) {
        return model.frameProperty().get().lines().stream()
                .filter(line -> line.key().subject().equals(new Subject(name, source))
                        && line.key().quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }
}
