package dev.sluice.metrics;

import dev.sluice.metrics.Agreement.Level;
import dev.sluice.metrics.Agreement.Pattern;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The pairs that differ by more than one tolerance. A pattern has a bit for each place where a pair does. */
final class LevelMeter {

    /** So many combinations of places are told apart. */
    static final int MOST_PATTERNS = 512;

    private final Tolerance tolerance;
    private final long[] differing = new long[Long.SIZE];
    private final Map<Long, Long> patterns = new HashMap<>();
    private long beyond;

    LevelMeter(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    void count(long pattern) {
        if (pattern == 0) {
            return;
        }
        bits(pattern).forEach(place -> differing[place]++);
        if (patterns.containsKey(pattern) || patterns.size() < MOST_PATTERNS) {
            patterns.merge(pattern, 1L, Long::sum);
        } else {
            beyond++;
        }
    }

    /** @param places how many there are */
    Level level(int places) {
        return new Level(
                tolerance,
                Arrays.stream(differing).limit(places).boxed().toList(),
                patterns.entrySet().stream()
                        .map(entry -> new Pattern(numbers(entry.getKey()), entry.getValue()))
                        .toList(),
                beyond);
    }

    private static List<Integer> numbers(long pattern) {
        return bits(pattern).boxed().toList();
    }

    private static IntStream bits(long pattern) {
        return IntStream.range(0, Long.SIZE).filter(bit -> (pattern & 1L << bit) != 0);
    }
}
