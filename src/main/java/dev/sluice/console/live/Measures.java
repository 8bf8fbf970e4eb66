package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.TrafficSample;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.Routing;
import dev.sluice.metrics.Interval;
import dev.sluice.metrics.Interval.Tally;
import java.time.Duration;

/** What a sample says in numbers, as charts and tables show them: milliseconds, percent, cores, MiB. NaN is no answer. */
final class Measures {

    /** A percentile of fewer requests says little. */
    private static final int FEW = 100;

    private static final double BYTES_PER_MIB = 1 << 20;

    private Measures() {}

    static double of(TrafficSample sample, Subject subject, Quantity quantity) {
        if (!wasThere(sample, subject)) {
            return Double.NaN;
        }
        var tally = tally(sample, subject);
        return switch (quantity) {
            case P50 -> millis(tally, tally.p50());
            case P95 -> millis(tally, tally.p95());
            case P99 -> millis(tally, tally.p99());
            case RATE -> tally.requests() / (sample.covered().toMillis() / 1e3);
            case CLIENT_ERRORS -> percent(tally.clientErrors(), tally.requests());
            case SERVER_ERRORS -> percent(tally.serverErrors(), tally.requests());
            case ASKED -> asked(sample.routing(), subject);
            case MEASURED -> measured(sample, subject, tally);
            case CORES, MEMORY -> Double.NaN;
        };
    }

    /** Who was not there did not do nothing: a deployment before it was created, a shadow that nothing was mirrored to. */
    private static boolean wasThere(TrafficSample sample, Subject subject) {
        return sample.deployments().containsKey(subject.deployment())
                && (subject.source() == Source.LIVE
                        || asked(sample.routing(), subject) > 0
                        || tally(sample, subject).requests() > 0);
    }

    /** What one instance takes. */
    static double of(InstanceUsage usage, Quantity quantity) {
        return quantity == Quantity.CORES
                ? usage.usage().cores()
                : usage.usage().memoryBytes() / BYTES_PER_MIB;
    }

    /** Whether so few requests stand behind its percentiles that these say little. */
    static boolean isThin(TrafficSample sample, Subject subject) {
        return tally(sample, subject).succeeded() < FEW;
    }

    static int asked(Routing routing, Subject subject) {
        return subject.source() == Source.LIVE
                ? routing.traffic().shareOf(subject.deployment()).value()
                : routing.mirror().shareOf(subject.deployment()).value();
    }

    static Tally tally(TrafficSample sample, Subject subject) {
        var interval = sample.deployments().getOrDefault(subject.deployment(), Interval.EMPTY);
        return subject.source() == Source.LIVE ? interval.live() : interval.mirrored();
    }

    /** Of the requests that followed the split: what went to the deployment, or was copied to it. */
    private static double measured(TrafficSample sample, Subject subject, Tally tally) {
        long all = sample.deployments().values().stream()
                .mapToLong(interval -> interval.live().byTraffic())
                .sum();
        return percent(subject.source() == Source.LIVE ? tally.byTraffic() : tally.requests(), all);
    }

    private static double millis(Tally tally, Duration time) {
        return tally.succeeded() == 0 ? Double.NaN : time.toNanos() / 1e6;
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? Double.NaN : 100.0 * part / whole;
    }
}
