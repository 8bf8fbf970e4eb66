package dev.sluice.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.metrics.CollectionMeter;
import dev.sluice.metrics.EndpointMeter.Flow;
import dev.sluice.router.Connections;
import dev.sluice.router.DeploymentRoute;
import org.junit.jupiter.api.Test;

/** What the cloud calls its metrics, told of the last whole minute. */
class CloudSeriesTest {

    private static final long MILLI = 1_000_000;

    private final Scraped scraped = new Scraped();
    private final DeploymentRoute blue = scraped.blue;
    private final DeploymentRoute green = scraped.green;

    @Test
    void the_clouds_series_tell_of_the_last_whole_minute_only() {
        blue.meter().recordLive(200, 200, MILLI);
        assertThat(scraped.read().type("RequestsPerMinute"))
                .as("no minute is over")
                .isEqualTo("none");
        scraped.minute.turn();
        blue.meter().recordLive(200, 200, MILLI);
        blue.meter().recordLive(200, 200, MILLI);
        assertThat(perMinute("200", "2xx", "false")).isEqualTo(1);
        scraped.minute.turn();
        assertThat(perMinute("200", "2xx", "false")).isEqualTo(2);
        scraped.minute.turn();
        assertThat(perMinute("200", "2xx", "false")).isZero();
    }

    @Test
    void the_cloud_does_not_tell_pinned_requests_apart_but_copies_are() {
        green.meter().recordLive(200, 200, MILLI);
        green.meter().recordPinned(200, 200, MILLI);
        green.meter().recordMirrored(200, 200, MILLI);
        scraped.minute.turn();
        assertThat(cloud("RequestsPerMinute", "green", "200", "2xx", "200", "false"))
                .isEqualTo(2);
        assertThat(cloud("RequestsPerMinute", "green", "200", "2xx", "200", "true"))
                .isEqualTo(1);
    }

    @Test
    void latencies_are_in_milliseconds_and_of_that_minute_only() {
        blue.meter().recordLive(200, 200, 900 * MILLI);
        scraped.drain();
        scraped.minute.turn();
        for (int millis = 1; millis <= 100; millis++) {
            blue.meter().recordLive(200, 200, millis * MILLI);
        }
        scraped.drain();
        scraped.minute.turn();
        assertThat(latency("RequestLatency")).isCloseTo(50.5, within(0.6));
        assertThat(latency("RequestLatency_P50")).isCloseTo(50, within(0.6));
        assertThat(latency("RequestLatency_P90")).isCloseTo(90, within(1.0));
        assertThat(latency("RequestLatency_P95")).isCloseTo(95, within(1.0));
        assertThat(latency("RequestLatency_P99")).isCloseTo(99, within(1.0));
        scraped.minute.turn();
        assertThat(scraped.read().has("RequestLatency", "endpoint", "iris", "deployment", "blue", "mirrored", "false"))
                .as("a latency of a minute in which nothing succeeded")
                .isFalse();
    }

    @Test
    void bytes_and_new_connections_are_means_of_a_second() {
        scraped.minute.turn();
        scraped.endpoint.passed(Flow.REQUEST, 500);
        scraped.endpoint.passed(Flow.ANSWER, 100);
        scraped.endpoint.passed(Flow.MIRRORED_REQUEST, 60);
        scraped.router.connect(new Connections(0, 30, 0));
        scraped.minute.turn();
        assertThat(scraped.read().value("NetworkBytes", "endpoint", "iris", "mirrored", "false"))
                .isEqualTo(10);
        assertThat(scraped.read().value("NetworkBytes", "endpoint", "iris", "mirrored", "true"))
                .isEqualTo(1);
        assertThat(scraped.read().value("NewConnectionsPerSecond")).isEqualTo(0.5);
    }

    @Test
    void what_was_collected_and_what_could_not_be_is_told_of_the_last_whole_minute() {
        blue.meter().collection().kept("request", 100);
        blue.meter().collection().kept("request", 100);
        blue.meter().collection().lost("response", CollectionMeter.Loss.QUEUE_FULL);
        scraped.minute.turn();

        assertThat(scraped.read()
                        .value(
                                "DataCollectionEventsPerMinute",
                                "endpoint",
                                "iris",
                                "deployment",
                                "blue",
                                "type",
                                "request"))
                .isEqualTo(2);
        assertThat(scraped.read()
                        .value(
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

    private double perMinute(String status, String statusClass, String mirrored) {
        return cloud("RequestsPerMinute", "blue", status, statusClass, status, mirrored);
    }

    private double cloud(
            String name, String deployment, String status, String statusClass, String modelStatus, String mirrored) {
        return scraped.read()
                .value(
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
        return scraped.read().value(name, "endpoint", "iris", "deployment", "blue", "mirrored", "false");
    }
}
