package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.Resolution;
import dev.sluice.metrics.LatencySum;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each deployment did in all of the time that is shown. From one frame to the next only what came is added and what went
 * is taken away: an hour's histograms are not merged anew each second. For the UI thread only.
 */
final class WindowTotals {

    private final Map<Subject, Sum> sums = new HashMap<>();
    private List<Moment> counted = List.of();
    private Resolution resolution = Resolution.SECOND;

    /** In the order of the frame's subjects. */
    List<Total> of(LiveFrame frame) {
        var newer = frame.moments();
        if (frame.resolution() != resolution || !continues(newer)) {
            sums.clear();
            counted = List.of();
            resolution = frame.resolution();
        }
        for (var gone : counted) {
            if (gone.at().isBefore(newer.get(0).at())) {
                count(gone, -1);
            }
        }
        var last = counted.isEmpty() ? Instant.MIN : last(counted);
        for (var moment : newer) {
            if (moment.at().isAfter(last)) {
                count(moment, 1);
            }
        }
        counted = newer;
        sums.values().removeIf(sum -> sum.covered.isZero());
        return frame.subjects().stream().map(this::total).toList();
    }

    /** Whether it shows some of what was counted, and nothing before it. Another endpoint may have moments of the same time. */
    private boolean continues(List<Moment> newer) {
        return !newer.isEmpty()
                && counted.stream().anyMatch(moment -> moment == newer.get(0))
                && !last(newer).isBefore(last(counted));
    }

    private static Instant last(List<Moment> moments) {
        return moments.get(moments.size() - 1).at();
    }

    /** @param sign 1 to add it, -1 to take it away */
    private void count(Moment moment, int sign) {
        for (var name : moment.sample().deployments().keySet()) {
            for (var source : LiveFrame.Source.values()) {
                var subject = new Subject(name, source);
                if (Measures.wasThere(moment.sample(), subject)) {
                    sums.computeIfAbsent(subject, first -> new Sum()).count(moment, subject, sign);
                }
            }
        }
    }

    private Total total(Subject subject) {
        return sums.containsKey(subject) ? sums.get(subject).total(subject) : new Sum().total(subject);
    }

    /** Of one deployment in one of its roles. */
    private static final class Sum {

        /** Made when there is the first: one takes some room, and most shadows have none. */
        private Optional<LatencySum> latencies = Optional.empty();

        private long requests;
        private long clientErrors;
        private long serverErrors;
        private Duration covered = Duration.ZERO;

        void count(Moment moment, Subject subject, int sign) {
            var tally = Measures.tally(moment.sample(), subject);
            requests += sign * tally.requests();
            clientErrors += sign * tally.clientErrors();
            serverErrors += sign * tally.serverErrors();
            covered = covered.plus(moment.sample().covered().multipliedBy(sign));
            if (tally.latencies().count() == 0) {
                return;
            }
            var sum = latencies.orElseGet(LatencySum::new);
            latencies = Optional.of(sum);
            if (sign > 0) {
                sum.add(tally.latencies());
            } else {
                sum.subtract(tally.latencies());
            }
        }

        Total total(Subject subject) {
            var percentiles = latencies.map(sum -> Percentiles.of(sum, covered)).orElse(Percentiles.NONE);
            return new Total(subject, requests, clientErrors, serverErrors, percentiles, covered);
        }
    }
}
