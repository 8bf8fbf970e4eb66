package dev.sluice.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.CollectionMeter;
import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.EndpointMeter;
import dev.sluice.metrics.EndpointMeter.Flow;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.router.Connections;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.Gate;
import dev.sluice.router.KeyAccess;
import dev.sluice.router.MirrorRule;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Upstream;
import dev.sluice.router.WaitingLine;
import dev.sluice.router.Wheel;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    private static final long MILLI = 1_000_000;

    private final FixedRouter router = new FixedRouter();
    private final LastMinute minute = new LastMinute(router, Clock.systemUTC());
    private final MetricsPage page = new MetricsPage(router, minute);
    private final EndpointMeter endpoint = new EndpointMeter();
    private final MirrorMeter mirror = new MirrorMeter();
    private final DeploymentRoute blue = deployment("blue");
    private final DeploymentRoute green = deployment("green");

    @BeforeEach
    void green_is_blues_shadow() {
        publish(blue, green);
    }

    // --- as Prometheus likes it ---

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
        assertThat(read().value(
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
        assertThat(read().value(
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
        drain();

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
        var earlier = read();
        for (int i = 0; i < 50; i++) {
            blue.meter().recordLive(200, 200, i * MILLI);
            blue.meter().recordLive(424, 500, i * MILLI);
            green.meter().recordMirrored(200, 200, i * MILLI);
            endpoint.passed(Flow.REQUEST, i);
            drain();
            var later = read();
            assertThat(later.hasGrownFrom(earlier)).isTrue();
            earlier = later;
        }
        assertThat(requests("blue", "traffic", "200", "200")).isEqualTo(50);
        assertThat(durations("_count", "blue", "false")).isEqualTo(50);
    }

    @Test
    void a_scrape_takes_nothing_from_what_the_console_drains() {
        blue.meter().recordLive(200, 200, 7 * MILLI);
        read();
        minute.turn();
        var live = blue.meter().drain().live();
        assertThat(live.succeeded()).isEqualTo(1);
        assertThat(live.byTraffic()).isEqualTo(1);
        assertThat(live.p99().toMillis()).isEqualTo(7);
    }

    @Test
    void what_was_collected_and_what_could_not_be_is_told_of_the_last_whole_minute() {
        blue.meter().collection().kept("request", 100);
        blue.meter().collection().kept("request", 100);
        blue.meter().collection().lost("response", CollectionMeter.Loss.QUEUE_FULL);
        minute.turn();

        assertThat(read().value(
                                "DataCollectionEventsPerMinute",
                                "endpoint",
                                "iris",
                                "deployment",
                                "blue",
                                "type",
                                "request"))
                .isEqualTo(2);
        assertThat(read().value(
                                "DataCollectionErrorsPerMinute",
                                "endpoint",
                                "iris",
                                "deployment",
                                "blue",
                                "type",
                                "response",
                                "reason",
                                "queue_full"))
                .isEqualTo(1);
    }

    @Test
    void the_mirrors_ledger_is_told_outcome_by_outcome() {
        Stream.of(MirrorMeter.Outcome.values()).forEach(outcome -> {
            mirror.sampled();
            mirror.ended(outcome);
        });
        mirror.sampled();

        assertThat(read().value("sluice_mirror_sampled_total", "endpoint", "iris"))
                .isEqualTo(7);
        assertThat(Stream.of("answered", "failed", "timed_out", "reset", "dropped_queue", "dropped_size"))
                .allSatisfy(outcome -> assertThat(
                                read().value("sluice_mirror_copies_total", "endpoint", "iris", "outcome", outcome))
                        .isEqualTo(1));
        assertThat(read().value("sluice_mirror_copies_in_flight", "endpoint", "iris"))
                .isEqualTo(1);
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
        router.connect(new Connections(3, 40, 2));
        assertThat(read().value("sluice_connections")).isEqualTo(3);
        assertThat(read().value("ConnectionsActive")).isEqualTo(3);
        assertThat(read().value("sluice_connections_accepted_total")).isEqualTo(40);
        assertThat(read().value("sluice_connections_refused_total")).isEqualTo(2);
    }

    // --- as the cloud calls it ---

    @Test
    void the_clouds_series_tell_of_the_last_whole_minute_only() {
        blue.meter().recordLive(200, 200, MILLI);
        assertThat(read().type("RequestsPerMinute")).as("no minute is over").isEqualTo("none");
        minute.turn();
        blue.meter().recordLive(200, 200, MILLI);
        blue.meter().recordLive(200, 200, MILLI);
        assertThat(perMinute("200", "2xx", "false")).isEqualTo(1);
        minute.turn();
        assertThat(perMinute("200", "2xx", "false")).isEqualTo(2);
        minute.turn();
        assertThat(perMinute("200", "2xx", "false")).isZero();
    }

    @Test
    void the_cloud_does_not_tell_pinned_requests_apart_but_copies_are() {
        green.meter().recordLive(200, 200, MILLI);
        green.meter().recordPinned(200, 200, MILLI);
        green.meter().recordMirrored(200, 200, MILLI);
        minute.turn();
        assertThat(cloud("RequestsPerMinute", "green", "200", "2xx", "200", "false"))
                .isEqualTo(2);
        assertThat(cloud("RequestsPerMinute", "green", "200", "2xx", "200", "true"))
                .isEqualTo(1);
    }

    @Test
    void who_is_refused_before_a_deployment_is_chosen_is_counted_with_none() {
        endpoint.refused(401);
        minute.turn();
        assertThat(read().value("sluice_requests_refused_total", "endpoint", "iris", "status", "401"))
                .isEqualTo(1);
        assertThat(read().value(
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
    void latencies_are_in_milliseconds_and_of_that_minute_only() {
        blue.meter().recordLive(200, 200, 900 * MILLI);
        drain();
        minute.turn();
        for (int millis = 1; millis <= 100; millis++) {
            blue.meter().recordLive(200, 200, millis * MILLI);
        }
        drain();
        minute.turn();
        assertThat(latency("RequestLatency")).isCloseTo(50.5, within(0.6));
        assertThat(latency("RequestLatency_P50")).isCloseTo(50, within(0.6));
        assertThat(latency("RequestLatency_P90")).isCloseTo(90, within(1.0));
        assertThat(latency("RequestLatency_P95")).isCloseTo(95, within(1.0));
        assertThat(latency("RequestLatency_P99")).isCloseTo(99, within(1.0));
        minute.turn();
        assertThat(read().has("RequestLatency", "endpoint", "iris", "deployment", "blue", "mirrored", "false"))
                .as("a latency of a minute in which nothing succeeded")
                .isFalse();
    }

    @Test
    void bytes_and_new_connections_are_means_of_a_second() {
        minute.turn();
        endpoint.passed(Flow.REQUEST, 500);
        endpoint.passed(Flow.ANSWER, 100);
        endpoint.passed(Flow.MIRRORED_REQUEST, 60);
        router.connect(new Connections(0, 30, 0));
        minute.turn();
        assertThat(read().value("NetworkBytes", "endpoint", "iris", "mirrored", "false"))
                .isEqualTo(10);
        assertThat(read().value("NetworkBytes", "endpoint", "iris", "mirrored", "true"))
                .isEqualTo(1);
        assertThat(read().value("NewConnectionsPerSecond")).isEqualTo(0.5);
    }

    @Test
    void of_what_is_deleted_no_series_is_left_and_its_successor_begins_anew() {
        blue.meter().recordLive(200, 200, MILLI);
        minute.turn();
        assertThat(read().mentions("deployment", "blue")).isTrue();

        publish(green);
        assertThat(read().mentions("deployment", "blue")).isFalse();

        publish(deployment("blue"), green);
        assertThat(read().has("RequestLatency", "endpoint", "iris", "deployment", "blue", "mirrored", "false"))
                .isFalse();
        assertThat(durations("_count", "blue", "false")).isZero();

        router.publish(RouteTable.EMPTY);
        minute.turn();
        assertThat(read().mentions("endpoint", "iris")).isFalse();
    }

    // --- helpers ---

    private Exposition read() {
        return Exposition.of(page.write());
    }

    /** As the console's sampler does once a second. */
    private void drain() {
        blue.meter().drain();
        green.meter().drain();
    }

    private double requests(String deployment, String kind, String status, String modelStatus) {
        return read().value(
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
        return read().value("sluice_request_duration_seconds" + part, labels);
    }

    private double now(String name, String deployment) {
        return read().value(name, "endpoint", "iris", "deployment", deployment);
    }

    private double perMinute(String status, String statusClass, String mirrored) {
        return cloud("RequestsPerMinute", "blue", status, statusClass, status, mirrored);
    }

    private double cloud(
            String name, String deployment, String status, String statusClass, String modelStatus, String mirrored) {
        return read().value(
                        name,
                        "endpoint",
                        "iris",
                        "deployment",
                        deployment,
                        "statusCode",
                        status,
                        "statusCodeClass",
                        statusClass,
                        "modelStatusCode",
                        modelStatus,
                        "mirrored",
                        mirrored);
    }

    private double latency(String name) {
        return read().value(name, "endpoint", "iris", "deployment", "blue", "mirrored", "false");
    }

    private void publish(DeploymentRoute... deployments) {
        router.publish(RouteTable.of(List.of(EndpointRoute.of(
                new EndpointName("iris"),
                KeyAccess.toNobody(),
                List.of(deployments),
                new Wheel(TrafficSplit.allTo(blue.name())),
                new MirrorRule(Mirror.to(green.name(), new Percent(10))),
                mirror,
                endpoint))));
    }

    private static DeploymentRoute deployment(String name) {
        var instance = new Upstream(name, new InetSocketAddress(0), new Gate());
        return new DeploymentRoute(
                new DeploymentName(name),
                List.of(instance),
                new RequestSettings(Duration.ofSeconds(5), 10),
                new Gate(),
                new DeploymentMeter());
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
