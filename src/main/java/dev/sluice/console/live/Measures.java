package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.TrafficSample;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.Routing;
import dev.sluice.metrics.Interval;
import dev.sluice.metrics.Interval.Tally;

/** What a sample says in numbers, as charts and tables show them: milliseconds, percent, cores, MiB. NaN is no answer. */
final class Measures {

    private static final double BYTES_PER_MIB = 1 << 20;

    private Measures() {}

    static double of(Moment moment, Subject subject, Quantity quantity) {
        var sample = moment.sample();
        if (!wasThere(sample, subject)) {
            return Double.NaN;
        }
        var tally = tally(sample, subject);
        return switch (quantity) {
            case P50 -> moment.percentiles(subject).p50();
            case P95 -> moment.percentiles(subject).p95();
            case P99 -> moment.percentiles(subject).p99();
            case RATE -> tally.requests() / (sample.covered().toMillis() / 1e3);
            case CLIENT_ERRORS -> percent(tally.clientErrors(), tally.requests());
            case SERVER_ERRORS -> percent(tally.serverErrors(), tally.requests());
            case ASKED -> asked(sample.routing(), subject);
            case MEASURED -> measured(sample, subject, tally);
            case CORES, MEMORY -> Double.NaN;
        };
    }

    /** Who was not there did not do nothing: a deployment before it was created, a shadow that nothing was mirrored to. */
    static boolean wasThere(TrafficSample sample, Subject subject) {
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

    private static double percent(long part, long whole) {
        return whole == 0 ? Double.NaN : 100.0 * part / whole;
    }
}
