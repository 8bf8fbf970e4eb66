package dev.sluice.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.metrics.Apart;
import dev.sluice.metrics.EndpointMeter.Flow;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.router.Connections;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Upstream;
import dev.sluice.router.WaitingLine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    private static final long MILLI = 1_000_000;

    private final Scraped scraped = new Scraped();
    private final DeploymentRoute blue = scraped.blue;
    private final DeploymentRoute green = scraped.green;

    @Test
    void requests_are_counted_by_kind_status_and_the_models_status() {
        blue.meter().recordLive(200, 200, MILLI);
        blue.meter().recordLive(424, 500, MILLI);
        blue.meter().recordLive(424, 0, 0);
        blue.meter().recordPinned(200, 200, MILLI);
        green.meter().recordMirrored(503, 0, MILLI);

        assertThat(requests("blue", "traffic", "200", "200")).isEqualTo(1);
        assertThat(requests("blue", "traffic", "424", "500")).isEqualTo(1);
        assertThat(requests("blue", "pinned", "200", "200")).isEqualTo(1);
        assertThat(scraped.read()
                        .value(
                                "sluice_requests_total",
                                "endpoint",
                                "iris",
                                "deployment",
                                "blue",
                                "kind",
                                "traffic",
                                "status",
                                "424"))
                .as("without a model's status, since no model answered")
                .isEqualTo(1);
        assertThat(scraped.read()
                        .value(
                                "sluice_requests_total",
                                "endpoint",
                                "iris",
                                "deployment",
                                "green",
                                "kind",
                                "mirrored",
                                "status",
                                "503"))
                .isEqualTo(1);
    }

    @Test
    void durations_are_counted_in_seconds_and_those_of_copies_apart() {
        blue.meter().recordLive(200, 200, MILLI);
        blue.meter().recordPinned(200, 200, 40 * MILLI);
        green.meter().recordMirrored(200, 200, 2_000 * MILLI);
        scraped.drain();

        assertThat(durations("_bucket", "blue", "false", "le", "0.001"))
                .as("a millisecond is within a millisecond")
                .isEqualTo(1);
        assertThat(durations("_bucket", "blue", "false", "le", "0.025")).isEqualTo(1);
        assertThat(durations("_bucket", "blue", "false", "le", "0.05")).isEqualTo(2);
        assertThat(durations("_count", "blue", "false")).isEqualTo(2);
        assertThat(durations("_sum", "blue", "false")).isCloseTo(0.041, within(0.0005));
        assertThat(durations("_count", "blue", "true")).isZero();
        assertThat(durations("_bucket", "green", "true", "le", "2.5")).isEqualTo(1);
        assertThat(durations("_count", "green", "false")).isZero();
    }

    @Test
    void nothing_goes_backwards_while_the_console_drains_the_meters_and_others_scrape() {
        var earlier = scraped.read();
        for (int i = 0; i < 50; i++) {
            blue.meter().recordLive(200, 200, i * MILLI);
            blue.meter().recordLive(424, 500, i * MILLI);
            green.meter().recordMirrored(200, 200, i * MILLI);
            scraped.endpoint.passed(Flow.REQUEST, i);
            scraped.drain();
            var later = scraped.read();
            assertThat(later.hasGrownFrom(earlier)).isTrue();
            earlier = later;
        }
        assertThat(requests("blue", "traffic", "200", "200")).isEqualTo(50);
        assertThat(durations("_count", "blue", "false")).isEqualTo(50);
    }

    @Test
    void a_scrape_takes_nothing_from_what_the_console_drains() {
        blue.meter().recordLive(200, 200, 7 * MILLI);
        scraped.read();
        scraped.minute.turn();
        var live = blue.meter().drain().live();
        assertThat(live.succeeded()).isEqualTo(1);
        assertThat(live.byTraffic()).isEqualTo(1);
        assertThat(live.p99().toMillis()).isEqualTo(7);
    }

    @Test
    void the_mirrors_ledger_is_told_outcome_by_outcome() {
        Stream.of(MirrorMeter.Outcome.values()).forEach(outcome -> {
            scraped.mirror.sampled();
            scraped.mirror.ended(outcome);
        });
        scraped.mirror.sampled();

        assertThat(scraped.read().value("sluice_mirror_sampled_total", "endpoint", "iris"))
                .isEqualTo(7);
        assertThat(Stream.of("answered", "failed", "timed_out", "reset", "dropped_queue", "dropped_size"))
                .allSatisfy(outcome -> assertThat(scraped.read()
                                .value("sluice_mirror_copies_total", "endpoint", "iris", "outcome", outcome))
                        .isEqualTo(1));
        assertThat(scraped.read().value("sluice_mirror_copies_in_flight", "endpoint", "iris"))
                .isEqualTo(1);
    }

    @Test
    void how_far_answers_agree_is_told_by_tolerance_and_without_what_the_models_said() {
        var meter = scraped.mirror.agreement();
        meter.compared("r1", List.of());
        meter.compared("r2", List.of(new Apart("$[*]", 0.02, "1.0", "1.02")));
        meter.skipped();

        assertThat(scraped.read().value("sluice_mirror_answers_compared_total", "endpoint", "iris"))
                .isEqualTo(2);
        assertThat(scraped.read().value("sluice_mirror_answers_skipped_total", "endpoint", "iris"))
                .isEqualTo(1);
        assertThat(different("0.01")).isEqualTo(1);
        assertThat(different("0.05")).isZero();
        assertThat(different("0")).isEqualTo(1);
        assertThat(different("0.000001")).isEqualTo(1);
    }

    private double different(String tolerance) {
        return scraped.read()
                .value("sluice_mirror_answers_different_total", "endpoint", "iris", "tolerance", tolerance);
    }

    @Test
    void what_is_asked_for_and_what_is_in_flight_is_told_as_it_is_now() {
        blue.gate().enter(10);
        blue.gate().enter(10);
        blue.gate().line().join(new Waiter());

        assertThat(now("sluice_requests_in_flight", "blue")).isEqualTo(2);
        assertThat(now("sluice_requests_waiting", "blue")).isEqualTo(1);
        assertThat(now("sluice_instances_ready", "blue")).isEqualTo(1);
        assertThat(now("sluice_traffic_ratio", "blue")).isEqualTo(1);
        assertThat(now("sluice_traffic_ratio", "green")).isZero();
        assertThat(now("sluice_mirror_ratio", "green")).isEqualTo(0.1);
    }

    @Test
    void connections_are_the_routers_and_have_no_endpoint() {
        scraped.router.connect(new Connections(3, 40, 2));
        assertThat(scraped.read().value("sluice_connections")).isEqualTo(3);
        assertThat(scraped.read().value("ConnectionsActive")).isEqualTo(3);
        assertThat(scraped.read().value("sluice_connections_accepted_total")).isEqualTo(40);
        assertThat(scraped.read().value("sluice_connections_refused_total")).isEqualTo(2);
    }

    @Test
    void who_is_refused_before_a_deployment_is_chosen_is_counted_with_none() {
        scraped.endpoint.refused(401);
        scraped.minute.turn();
        assertThat(scraped.read().value("sluice_requests_refused_total", "endpoint", "iris", "status", "401"))
                .isEqualTo(1);
        assertThat(scraped.read()
                        .value(
                                "RequestsPerMinute",
                                "endpoint",
                                "iris",
                                "statusCode",
                                "401",
                                "statusCodeClass",
                                "4xx",
                                "mirrored",
                                "false"))
                .isEqualTo(1);
    }

    @Test
    void of_what_is_deleted_no_series_is_left_and_its_successor_begins_anew() {
        blue.meter().recordLive(200, 200, MILLI);
        scraped.minute.turn();
        assertThat(scraped.read().mentions("deployment", "blue")).isTrue();

        scraped.publish(green);
        assertThat(scraped.read().mentions("deployment", "blue")).isFalse();

        scraped.publish(Scraped.deployment("blue"), green);
        assertThat(scraped.read().has("RequestLatency", "endpoint", "iris", "deployment", "blue", "mirrored", "false"))
                .isFalse();
        assertThat(durations("_count", "blue", "false")).isZero();

        scraped.router.publish(RouteTable.EMPTY);
        scraped.minute.turn();
        assertThat(scraped.read().mentions("endpoint", "iris")).isFalse();
    }

    private double requests(String deployment, String kind, String status, String modelStatus) {
        return scraped.read()
                .value(
                        "sluice_requests_total",
                        "endpoint",
                        "iris",
                        "deployment",
                        deployment,
                        "kind",
                        kind,
                        "status",
                        status,
                        "model_status",
                        modelStatus);
    }

    private double durations(String part, String deployment, String mirrored, String... more) {
        var labels = Stream.concat(
                        Stream.of("endpoint", "iris", "deployment", deployment, "mirrored", mirrored), Stream.of(more))
                .toArray(String[]::new);
        return scraped.read().value("sluice_request_duration_seconds" + part, labels);
    }

    private double now(String name, String deployment) {
        return scraped.read().value(name, "endpoint", "iris", "deployment", deployment);
    }

    /** One who only stands in line. */
    private static final class Waiter implements WaitingLine.Waiter {
        @Override
        public void placeGiven(Upstream place) {
            throw new IllegalStateException("nobody serves this line");
        }

        @Override
        public void turnedAway() {
            throw new IllegalStateException("nobody serves this line");
        }
    }
}
