package dev.sluice.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The newest samples of one resolution and, behind it, of all coarser ones, each merged from the one before. For the
 * runtime's thread only.
 */
final class Tier {

    private final Resolution resolution;
    private final Optional<Tier> coarser;
    private final Deque<TrafficSample> kept = new ArrayDeque<>();
    private final List<TrafficSample> gathered = new ArrayList<>();

    Tier(Resolution resolution) {
        this.resolution = resolution;
        coarser = resolution.coarser().map(Tier::new);
    }

    /** Tells {@code news} of it, and of whatever it completes. */
    void add(TrafficSample sample, Consumer<TrafficSample> news) {
        kept.addLast(sample);
        if (kept.size() > resolution.kept()) {
            kept.removeFirst();
        }
        news.accept(sample);
        coarser.ifPresent(next -> gather(sample, next, news));
    }

    private void gather(TrafficSample sample, Tier next, Consumer<TrafficSample> news) {
        if (!gathered.isEmpty() && place(gathered.get(0), next) != place(sample, next)) {
            handOver(next, news); // seconds are missing at its end
        }
        gathered.add(sample);
        if (place(sample, next) != placeOfFollower(sample, next)) {
            handOver(next, news);
        }
    }

    private void handOver(Tier next, Consumer<TrafficSample> news) {
        next.add(TrafficSample.merged(next.resolution, gathered), news);
        gathered.clear();
    }

    /** Which of the next tier's samples it belongs to: the one in which its middle lies. */
    private long place(TrafficSample sample, Tier next) {
        long middle = sample.at().toEpochMilli() - resolution.length().toMillis() / 2;
        return Math.floorDiv(middle, next.resolution.length().toMillis());
    }

    private long placeOfFollower(TrafficSample sample, Tier next) {
        long middle = sample.at().toEpochMilli() + resolution.length().toMillis() / 2;
        return Math.floorDiv(middle, next.resolution.length().toMillis());
    }

    /** Those of all resolutions, the coarsest first, each oldest first. */
    void tellAll(Consumer<TrafficSample> listener) {
        coarser.ifPresent(next -> next.tellAll(listener));
        kept.forEach(listener);
    }
}
