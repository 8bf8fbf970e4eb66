package dev.sluice.exporter;

import dev.sluice.metrics.CollectionTotals;
import dev.sluice.metrics.DeploymentTotals;
import dev.sluice.metrics.Durations;
import dev.sluice.metrics.EndpointMeter.Flow;
import dev.sluice.metrics.EndpointTotals;
import dev.sluice.metrics.RequestKind;
import dev.sluice.metrics.Statuses;
import dev.sluice.router.Connections;
import dev.sluice.router.RouteTable;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The series that Azure Monitor has of online endpoints, under its names and with its dimensions (reference 3.5), as
 * they were in the last whole minute. Copies for a shadow are told apart by one more label, {@code mirrored}.
 */
final class CloudSeries {

    private static final double SECONDS = 60;
    private static final String OF_WHICH = " of the requests that succeeded in the last whole minute, in milliseconds";

    private static final Family REQUESTS =
            new Family("RequestsPerMinute", "Requests that ended in the last whole minute");
    private static final Family LATENCY = new Family("RequestLatency", "Mean latency" + OF_WHICH);
    private static final Map<Double, Family> PERCENTILES = Map.of(
            50.0, new Family("RequestLatency_P50", "Median latency" + OF_WHICH),
            90.0, new Family("RequestLatency_P90", "90th percentile of the latency" + OF_WHICH),
            95.0, new Family("RequestLatency_P95", "95th percentile of the latency" + OF_WHICH),
            99.0, new Family("RequestLatency_P99", "99th percentile of the latency" + OF_WHICH));
    private static final Family BYTES = new Family(
            "NetworkBytes", "Bytes of bodies a second, both directions together, mean of the last whole minute");
    private static final Family NEW_CONNECTIONS = new Family(
            "NewConnectionsPerSecond", "Connections that clients made a second, mean of the last whole minute");
    private static final Family COLLECTED = new Family(
            "DataCollectionEventsPerMinute", "Records that the data collector wrote in the last whole minute");
    private static final Family NOT_COLLECTED =
            new Family("DataCollectionErrorsPerMinute", "Records that it could not write in the last whole minute");
    private static final Family CONNECTIONS =
            new Family("ConnectionsActive", "Connections of clients that are open at this moment");

    private final Page page;

    CloudSeries(Page page) {
        this.page = page;
    }

    /** Only of what is in the table: what is gone leaves no series behind. */
    void add(RouteTable table, Readings minute) {
        for (var endpoint : table.endpoints().values()) {
            var labels = Labels.of("endpoint", endpoint.name().text());
            var its = minute.endpoints().get(endpoint.meter());
            if (its != null) {
                addEndpoint(labels, its);
            }
            for (var deployment : endpoint.deployments().values()) {
                var did = minute.deployments().get(deployment.meter());
                if (did != null) {
                    addDeployment(labels.add("deployment", deployment.name().text()), did);
                }
            }
        }
    }

    void add(Connections now, Readings minute) {
        page.gauge(CONNECTIONS, Labels.EMPTY, now.active());
        if (minute != Readings.NONE) {
            page.gauge(NEW_CONNECTIONS, Labels.EMPTY, minute.connections() / SECONDS);
        }
    }

    /** Who was refused before a deployment was chosen is counted with none. */
    private void addEndpoint(Labels endpoint, EndpointTotals its) {
        its.refused()
                .forEach((status, times) -> addRequests(
                        endpoint.add("deployment", ""), new Statuses(status, Statuses.NO_MODEL), times, "false"));
        addBytes(endpoint, its, "false", Flow.REQUEST, Flow.ANSWER);
        addBytes(endpoint, its, "true", Flow.MIRRORED_REQUEST, Flow.MIRRORED_ANSWER);
    }

    private void addBytes(Labels endpoint, EndpointTotals its, String mirrored, Flow there, Flow back) {
        long bytes = its.bytes().getOrDefault(there, 0L) + its.bytes().getOrDefault(back, 0L);
        page.gauge(BYTES, endpoint.add("mirrored", mirrored), bytes / SECONDS);
    }

    private void addDeployment(Labels deployment, DeploymentTotals did) {
        clients(did).forEach((statuses, times) -> addRequests(deployment, statuses, times, "false"));
        did.requests()
                .get(RequestKind.MIRRORED)
                .forEach((statuses, times) -> addRequests(deployment, statuses, times, "true"));
        addLatencies(deployment.add("mirrored", "false"), did.live());
        addLatencies(deployment.add("mirrored", "true"), did.mirrored());
        did.collection()
                .kept()
                .forEach((type, records) -> page.gauge(COLLECTED, deployment.add("type", type), records));
        did.collection()
                .lost()
                .forEach((lost, records) -> page.gauge(NOT_COLLECTED, labels(deployment, lost), records));
    }

    private static Labels labels(Labels deployment, CollectionTotals.Lost lost) {
        return deployment
                .add("type", lost.collection())
                .add("reason", lost.why().name().toLowerCase(Locale.ROOT));
    }

    /** The cloud does not tell pinned requests from others. */
    private static Map<Statuses, Long> clients(DeploymentTotals did) {
        return Stream.of(RequestKind.TRAFFIC, RequestKind.PINNED)
                .flatMap(kind -> did.requests().get(kind).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private void addRequests(Labels deployment, Statuses statuses, long times, String mirrored) {
        var labels = deployment
                .add("statusCode", String.valueOf(statuses.status()))
                .add("statusCodeClass", statuses.status() / 100 + "xx")
                .add("modelStatusCode", statuses.modelText())
                .add("mirrored", mirrored);
        page.gauge(REQUESTS, labels, times);
    }

    /** Of a minute without a success there is none to tell: zero would look fast. */
    private void addLatencies(Labels labels, Durations durations) {
        durations.meanMillis().ifPresent(mean -> page.gauge(LATENCY, labels, mean));
        PERCENTILES.forEach((percentile, family) ->
                durations.percentileMillis(percentile).ifPresent(value -> page.gauge(family, labels, value)));
    }
}
