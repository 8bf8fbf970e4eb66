package dev.sluice.console.live;

import dev.sluice.control.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is known of one endpoint's past, in each resolution as far back as that reaches. For the UI thread only. */
final class LiveHistory {

    /** How many points a line has at most where there is a choice: more would be narrower than a pixel or two. */
    private static final int MOST_POINTS = 400;

    private final Map<Resolution, Deque<Moment>> moments = new EnumMap<>(Resolution.class);

    LiveHistory() {
        for (var resolution : Resolution.values()) {
            moments.put(resolution, new ArrayDeque<>());
        }
    }

    void add(Moment moment) {
        var tier = of(moment.resolution());
        tier.add(moment);
        if (tier.size() > moment.resolution().kept()) {
            tier.remove();
        }
    }

    void clear() {
        moments.values().forEach(Deque::clear);
    }

    Optional<Instant> newest() {
        return Optional.ofNullable(of(Resolution.SECOND).peekLast()).map(Moment::at);
    }

    /** When the oldest sample of any resolution begins. */
    Optional<Instant> oldest() {
        return moments.values().stream()
                .filter(tier -> !tier.isEmpty())
                .map(tier -> begin(tier.element()))
                .min(Comparator.naturalOrder());
    }

    /** The finest resolution that has not too many points for such a span, and reaches back to its beginning. */
    Resolution resolutionFor(Instant from, Instant to) {
        var finest = Resolution.SECOND;
        for (var resolution : Resolution.values()) {
            if (!of(resolution).isEmpty()) {
                finest = resolution;
                if (points(resolution, from, to) <= MOST_POINTS && reaches(resolution, from)) {
                    return resolution;
                }
            }
        }
        return finest;
    }

    private static long points(Resolution resolution, Instant from, Instant to) {
        return Duration.between(from, to).dividedBy(resolution.length());
    }

    private boolean reaches(Resolution resolution, Instant from) {
        var begin = begin(of(resolution).element());
        return !begin.isAfter(from)
                || oldest().filter(oldest -> begin.minus(slack(resolution)).isAfter(oldest))
                        .isEmpty();
    }

    /** What a coarser sample may reach back further than the finer ones that it was made of. */
    private static Duration slack(Resolution resolution) {
        return resolution.coarser().orElse(resolution).length();
    }

    /** Those that end within the span, oldest first. */
    List<Moment> between(Instant from, Instant to, Resolution resolution) {
        return of(resolution).stream()
                .filter(moment -> !moment.at().isBefore(from) && !moment.at().isAfter(to))
                .toList();
    }

    private static Instant begin(Moment moment) {
        return moment.at().minus(moment.sample().covered());
    }

    private Deque<Moment> of(Resolution resolution) {
        return moments.get(resolution);
    }
}
