package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.control.Change.What;
import dev.sluice.control.Resolution;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentName;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes moments of an endpoint's samples, each resolution's oldest first: short ones have their latencies merged with those
 * just before. That is done once for each sample, and not by the UI's thread: an hour of a busy endpoint takes longer than a
 * frame. For one thread at a time.
 */
final class Moments {

    private final Map<Resolution, Trail> trails = new EnumMap<>(Resolution.class);

    /** Whether samples are so short that their latencies are told together with those before. */
    static boolean merges(Resolution resolution) {
        return resolution.length().compareTo(RecentLatencies.LONGEST) < 0;
    }

    List<Moment> of(List<TrafficSample> samples) {
        return samples.stream().map(this::of).toList();
    }

    private Moment of(TrafficSample sample) {
        return merges(sample.resolution())
                ? trails.computeIfAbsent(sample.resolution(), Trail::new).next(sample)
                : new Moment(sample, Map.of());
    }

    /** Where one resolution's samples have come to. */
    private static final class Trail {

        private final Resolution resolution;
        private final Map<Subject, RecentLatencies> recent = new HashMap<>();
        private Instant last = Instant.EPOCH;

        Trail(Resolution resolution) {
            this.resolution = resolution;
        }

        Moment next(TrafficSample sample) {
            if (!sample.at().isAfter(last) || LineMaker.isGap(last, sample.at(), resolution)) {
                recent.clear();
            }
            last = sample.at();
            recent.keySet().removeIf(subject -> beginsAnew(sample, subject));
            var told = new HashMap<Subject, Percentiles>();
            for (var name : sample.deployments().keySet()) {
                for (var source : Source.values()) {
                    tell(sample, new Subject(name, source), told);
                }
            }
            return new Moment(sample, told);
        }

        /** Nothing is kept for who never had a request, as most have no copies. */
        private void tell(TrafficSample sample, Subject subject, Map<Subject, Percentiles> told) {
            var latencies = Measures.tally(sample, subject).latencies();
            if (latencies.count() > 0) {
                recent.computeIfAbsent(subject, first -> new RecentLatencies());
            }
            if (recent.containsKey(subject)) {
                var percentiles = recent.get(subject).and(sample, latencies);
                if (percentiles.requests() > 0) {
                    told.put(subject, percentiles);
                }
            }
        }

        /** A deployment that was deleted and created again is another one, and so is a shadow once nothing was mirrored. */
        private static boolean beginsAnew(TrafficSample sample, Subject subject) {
            return !Measures.wasThere(sample, subject) || isNew(sample, subject.deployment());
        }

        private static boolean isNew(TrafficSample sample, DeploymentName name) {
            return sample.changes().stream().anyMatch(change -> change.what().equals(new What.Created(name)));
        }
    }
}
