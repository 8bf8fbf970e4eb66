package dev.sluice.exporter;

import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.DeploymentTotals;
import dev.sluice.metrics.Durations;
import dev.sluice.metrics.EndpointMeter.Flow;
import dev.sluice.metrics.EndpointTotals;
import dev.sluice.metrics.MirrorLedger;
import dev.sluice.metrics.Tolerance;
import dev.sluice.router.Connections;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.RouteTable;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Labels;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The series in Prometheus's own manner: counters that only grow, base units, and what is so at this moment. */
final class OwnSeries {

    private static final List<Duration> BOUNDS = List.of(
            Duration.ofMillis(1),
            Duration.ofNanos(2_500_000),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(2_500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(180));
    private static final double[] BOUNDS_SECONDS = seconds();

    private static final Family REQUESTS = new Family(
            "sluice_requests",
            "Requests that ended; kind says whether the split chose the deployment, the client named it, or it is a copy");
    private static final Family REFUSED =
            new Family("sluice_requests_refused", "Requests refused before a deployment was chosen");
    private static final Family DURATIONS =
            new Family("sluice_request_duration_seconds", "Whole time of the requests that succeeded, within 1 %");
    private static final Family IN_FLIGHT =
            new Family("sluice_requests_in_flight", "Requests admitted and not answered yet, waiting ones included");
    private static final Family WAITING =
            new Family("sluice_requests_waiting", "Requests that wait for a place at an instance");
    private static final Family READY = new Family("sluice_instances_ready", "Instances that may be given requests");
    private static final Family SHARE =
            new Family("sluice_traffic_ratio", "Share of the live traffic that is asked for, 0 to 1");
    private static final Family MIRROR =
            new Family("sluice_mirror_ratio", "Part of the live requests that is copied to this deployment, 0 to 1");
    private static final Family SAMPLED =
            new Family("sluice_mirror_sampled", "Live requests that were picked to be copied");
    private static final Family COPIES =
            new Family("sluice_mirror_copies", "Copies that ended, by what became of them");
    private static final Family COPIES_IN_FLIGHT =
            new Family("sluice_mirror_copies_in_flight", "Copies that have not ended yet, waiting ones included");
    private static final Family COMPARED =
            new Family("sluice_mirror_answers_compared", "Answers of the shadow that were compared with the live ones");
    private static final Family SKIPPED = new Family(
            "sluice_mirror_answers_skipped",
            "Answers of the shadow that were not compared: long, compressed, without a whole live one, or too many");
    private static final Family DIFFERENT = new Family(
            "sluice_mirror_answers_different",
            "Answers of the shadow that differ somewhere by more than the tolerance, in parts of the larger number");
    private static final Family BYTES = new Family("sluice_body_bytes", "Bytes of bodies that passed through");
    private static final Family CONNECTIONS = new Family("sluice_connections", "Connections of clients that are open");
    private static final Family ACCEPTED =
            new Family("sluice_connections_accepted", "Connections that clients have made");
    private static final Family TOO_MANY =
            new Family("sluice_connections_refused", "Connections closed at once because there were too many");

    private final Page page;

    OwnSeries(Page page) {
        this.page = page;
    }

    void add(RouteTable table) {
        for (var endpoint : table.endpoints().values()) {
            var labels = Labels.of("endpoint", endpoint.name().text());
            addEndpoint(labels, endpoint.meter().totals());
            addLedger(labels, endpoint.mirrorMeter().ledger());
            addAgreement(labels, endpoint.mirrorMeter().agreement().agreement());
            for (var deployment : endpoint.deployments().values()) {
                var its = labels.add("deployment", deployment.name().text());
                addNow(its, endpoint, deployment);
                addTotals(its, deployment.meter().totals());
            }
        }
    }

    void add(Connections connections) {
        page.gauge(CONNECTIONS, Labels.EMPTY, connections.active());
        page.counter(ACCEPTED, Labels.EMPTY, connections.accepted());
        page.counter(TOO_MANY, Labels.EMPTY, connections.refused());
    }

    private void addEndpoint(Labels endpoint, EndpointTotals its) {
        its.refused()
                .forEach((status, times) ->
                        page.counter(REFUSED, endpoint.add("status", String.valueOf(status)), times));
        its.bytes().forEach((flow, bytes) -> page.counter(BYTES, endpoint.merge(direction(flow)), bytes));
    }

    private void addLedger(Labels endpoint, MirrorLedger ledger) {
        page.counter(SAMPLED, endpoint, ledger.sampled());
        page.counter(COPIES, endpoint.add("outcome", "answered"), ledger.answered());
        page.counter(COPIES, endpoint.add("outcome", "failed"), ledger.failed());
        page.counter(COPIES, endpoint.add("outcome", "timed_out"), ledger.timedOut());
        page.counter(COPIES, endpoint.add("outcome", "reset"), ledger.reset());
        page.counter(COPIES, endpoint.add("outcome", "dropped_queue"), ledger.droppedQueue());
        page.counter(COPIES, endpoint.add("outcome", "dropped_size"), ledger.droppedSize());
        page.gauge(COPIES_IN_FLIGHT, endpoint, ledger.inFlight());
    }

    private void addAgreement(Labels endpoint, Agreement agreement) {
        page.counter(COMPARED, endpoint, agreement.compared());
        page.counter(SKIPPED, endpoint, agreement.skipped());
        for (var tolerance : Tolerance.values()) {
            // Not by place: names of places are part of what the models said, and may be many.
            var labels = endpoint.add("tolerance", decimal(tolerance.most()));
            page.counter(DIFFERENT, labels, agreement.differing(tolerance, Set.of()));
        }
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private void addNow(Labels labels, EndpointRoute endpoint, DeploymentRoute deployment) {
        var name = deployment.name();
        page.gauge(IN_FLIGHT, labels, deployment.gate().inFlight());
        page.gauge(WAITING, labels, deployment.gate().line().size());
        page.gauge(READY, labels, deployment.upstreams().size());
        page.gauge(SHARE, labels, endpoint.wheel().split().shareOf(name).value() / 100.0);
        page.gauge(MIRROR, labels, endpoint.mirror().mirror().shareOf(name).value() / 100.0);
    }

    private void addTotals(Labels deployment, DeploymentTotals totals) {
        totals.requests().forEach((kind, counts) -> {
            var labels = deployment.add("kind", kind.name().toLowerCase(Locale.ROOT));
            counts.forEach((statuses, times) -> page.counter(
                    REQUESTS,
                    labels.add("status", String.valueOf(statuses.status())).add("model_status", statuses.modelText()),
                    times));
        });
        addDurations(deployment.add("mirrored", "false"), totals.live());
        addDurations(deployment.add("mirrored", "true"), totals.mirrored());
    }

    private void addDurations(Labels labels, Durations durations) {
        var buckets = ClassicHistogramBuckets.of(BOUNDS_SECONDS, durations.between(BOUNDS));
        page.histogram(DURATIONS, labels, buckets, durations.sumSeconds());
    }

    private static Labels direction(Flow flow) {
        return switch (flow) {
            case REQUEST -> Labels.of("direction", "request", "mirrored", "false");
            case ANSWER -> Labels.of("direction", "answer", "mirrored", "false");
            case MIRRORED_REQUEST -> Labels.of("direction", "request", "mirrored", "true");
            case MIRRORED_ANSWER -> Labels.of("direction", "answer", "mirrored", "true");
        };
    }

    private static double[] seconds() {
        var seconds = new double[BOUNDS.size() + 1];
        for (int i = 0; i < BOUNDS.size(); i++) {
            seconds[i] = BOUNDS.get(i).toNanos() / 1e9;
        }
        seconds[BOUNDS.size()] = Double.POSITIVE_INFINITY;
        return seconds;
    }
}
