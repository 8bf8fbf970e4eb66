package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.traffic.Forecast.Verdict;
import dev.sluice.control.Fleet.Condition;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.Interval;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ForecastsTest {

    private static final Duration LONG = Duration.ofMillis(90);

    private final Measurements measured = new Measurements();
    private PageFleet fleet = PageFleet.of(BLUE, GREEN).share(BLUE, 100);

    @Test
    void a_deployment_gets_its_share_of_the_measured_rate_and_can_take_what_its_instances_get_done() {
        second(NOON, PageSamples.working(40, 20), PageSamples.working(0, 3, LONG));

        var green = forecast(GREEN, blueAndGreen(90, 10));

        assertThat(green.load()).hasValue(4.0);
        assertThat(green.capacity().orElseThrow()).isCloseTo(1 / 0.09, within(1e-9));
        assertThat(green.verdict()).isEqualTo(Verdict.FITS);
        assertThat(forecast(BLUE, blueAndGreen(90, 10)).load()).hasValue(36.0);
    }

    @Test
    void more_instances_and_more_at_once_take_more() {
        second(NOON, PageSamples.working(40, 20), PageSamples.working(0, 3, LONG));
        fleet = fleet.sized(3, 4).workers(4);

        var green = forecast(GREEN, blueAndGreen(50, 50));

        assertThat(green.instances()).isEqualTo(3);
        assertThat(green.concurrency()).isEqualTo(4);
        assertThat(green.capacity().orElseThrow()).isCloseTo(12 / 0.09, within(1e-9));
    }

    @Test
    void places_beyond_its_workers_make_an_idle_script_no_faster() {
        second(NOON, PageSamples.working(40, 20), PageSamples.working(0, 3, LONG));
        fleet = fleet.sized(1, 50);

        assertThat(forecast(GREEN, blueAndGreen(90, 10)).capacity().orElseThrow())
                .isCloseTo(3 + 1 / 0.09, within(1e-9));
    }

    @Test
    void a_script_with_all_its_places_taken_can_take_what_it_does() {
        second(NOON, PageSamples.working(40, 20), PageSamples.working(0, 10, Duration.ofSeconds(5)));
        fleet = fleet.sized(1, 50);

        assertThat(forecast(GREEN, blueAndGreen(90, 10)).capacity().orElseThrow())
                .isCloseTo(10, within(1e-9));
    }

    @Test
    void an_instance_that_is_not_ready_takes_nothing() {
        second(NOON, PageSamples.working(40, 20), PageSamples.working(0, 3, LONG));
        fleet = fleet.instances(Condition.STARTING);

        var green = forecast(GREEN, blueAndGreen(90, 10));

        assertThat(green.capacity()).hasValue(0.0);
        assertThat(green.verdict()).isEqualTo(Verdict.TOO_MUCH);
        assertThat(ForecastInWords.liveWarning(green))
                .isEqualTo("green has no ready instance: its requests will be answered 424.");
        assertThat(ForecastInWords.brief(forecast(GREEN, blueAndGreen(100, 0))))
                .as("of one that gets nothing and could take nothing")
                .isEqualTo("\u2013");
    }

    @Test
    void what_was_never_measured_is_unknown_and_not_guessed() {
        assertThat(forecast(GREEN, blueAndGreen(90, 10)).load()).isEmpty();
        assertThat(forecast(GREEN, blueAndGreen(90, 10)).verdict()).isEqualTo(Verdict.UNKNOWN);

        second(NOON, PageSamples.working(40, 20), Interval.EMPTY);

        var green = forecast(GREEN, blueAndGreen(90, 10));
        assertThat(green.load()).hasValue(4.0);
        assertThat(green.capacity()).isEmpty();
        assertThat(green.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(ForecastInWords.liveWarning(green)).isEmpty();
    }

    @Test
    void from_four_fifths_on_it_is_tight_and_from_all_on_too_much() {
        second(NOON, PageSamples.working(100, 1), PageSamples.working(0, 10, Duration.ofMillis(10)));
        fleet = fleet.sized(1, 1);

        assertThat(forecast(GREEN, blueAndGreen(21, 79)).verdict()).isEqualTo(Verdict.FITS);
        assertThat(forecast(GREEN, blueAndGreen(20, 80)).verdict()).isEqualTo(Verdict.TIGHT);
        assertThat(forecast(GREEN, blueAndGreen(0, 100)).verdict()).isEqualTo(Verdict.TOO_MUCH);
        assertThat(forecast(GREEN, blueAndGreen(0, 100)).instancesNeeded()).isEqualTo(2);
    }

    @Test
    void pinned_requests_and_copies_come_on_top() {
        var pinned = new Interval.Tally(6, 0, 0, 0, PageSamples.tally(6, 0, 90).latencies());
        second(NOON, PageSamples.working(40, 20), new Interval(pinned, Interval.Tally.EMPTY));

        assertThat(forecast(GREEN, blueAndGreen(90, 10)).load()).hasValue(10.0);
        var shadow = new Routing(TrafficSplit.allTo(BLUE), Mirror.to(GREEN, new Percent(50)));
        assertThat(forecast(GREEN, shadow).load()).hasValue(26.0);
        assertThat(ForecastInWords.brief(forecast(GREEN, shadow))).contains("copies /s");
        assertThat(ForecastInWords.brief(forecast(BLUE, shadow))).doesNotContain("copies");
    }

    @Test
    void one_that_answers_nothing_now_is_judged_by_what_it_last_did() {
        second(NOON, PageSamples.working(40, 20), PageSamples.working(0, 3, LONG));
        for (int i = 1; i <= 600; i++) {
            second(NOON.plusSeconds(i), PageSamples.working(20, 20), Interval.EMPTY);
        }

        var green = forecast(GREEN, blueAndGreen(90, 10));

        assertThat(green.load()).hasValue(2.0);
        assertThat(green.capacity().orElseThrow()).isCloseTo(1 / 0.09, within(1e-9));
    }

    @Test
    void the_time_in_line_does_not_make_it_look_slower_than_it_is() {
        var waited = PageSamples.tally(10, 0, 5_000);
        second(
                NOON,
                new Interval(waited, Interval.Tally.EMPTY, new Interval.Work(10, Duration.ofMillis(1_000))),
                Interval.EMPTY);

        assertThat(forecast(BLUE, blueAndGreen(100, 0)).capacity().orElseThrow())
                .isCloseTo(10, within(1e-9));
    }

    @Test
    void without_live_traffic_there_are_no_copies() {
        second(NOON, PageSamples.working(40, 20), Interval.EMPTY);

        var off = new Routing(TrafficSplit.NONE, Mirror.to(GREEN, new Percent(50)));

        assertThat(forecast(GREEN, off).load()).hasValue(0.0);
    }

    private void second(Instant at, Interval blue, Interval green) {
        TrafficSample sample = PageSamples.of(at, BLUE, blue, GREEN, green);
        measured.add(sample);
    }

    private Forecast forecast(DeploymentName name, Routing routing) {
        return new Forecasts(fleet.fleet().endpoint(DIABETES).orElseThrow(), measured, routing).of(name);
    }

    private static Routing blueAndGreen(int blue, int green) {
        return Routing.CLOSED.withTraffic(
                TrafficSplit.NONE.with(BLUE, new Percent(blue)).with(GREEN, new Percent(green)));
    }
}
