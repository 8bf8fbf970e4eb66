package dev.sluice.metrics;

import dev.sluice.metrics.Agreement.Level;
import dev.sluice.metrics.Agreement.Pattern;
import dev.sluice.metrics.Agreement.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts where a shadow's answers differ from the live ones. For each pair it keeps at which places they do, and not the
 * values: so whoever looks may leave a place out, or allow for more, and has the exact number of all pairs at once. Bounded,
 * however odd the answers are. Safe from any thread.
 */
public final class AgreementMeter {

    /** So many places are told apart; all others are one. */
    public static final int MOST_PLACES = 63;

    /** What that one is called. */
    public static final String ELSEWHERE = "elsewhere";

    /** So many combinations of places are told apart for each tolerance; all others count as {@link #ELSEWHERE}. */
    static final int MOST_PATTERNS = 512;

    /** So much is kept of one value, in characters. */
    static final int MOST_OF_VALUE = 200;

    private static final int ELSEWHERE_BIT = MOST_PLACES;

    private final Map<String, Integer> bits = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Map<Long, Long>> counted = Arrays.stream(Tolerance.values())
            .<Map<Long, Long>>map(level -> new HashMap<>())
            .toList();
    private Optional<Place> elsewhere = Optional.empty();
    private long compared;
    private long skipped;

    /** Two answers to one request were compared; none apart means that they are the same. */
    public synchronized void compared(String requestId, Collection<Apart> apart) {
        compared++;
        var found = new long[counted.size()];
        for (var one : apart) {
            long bit = 1L << bit(requestId, one);
            for (var tolerance : Tolerance.values()) {
                found[tolerance.ordinal()] |= tolerance.allows(one.distance()) ? 0 : bit;
            }
        }
        for (int level = 0; level < found.length; level++) {
            count(counted.get(level), found[level]);
        }
    }

    /** The shadow has answered, and nothing was compared. */
    public synchronized void skipped() {
        skipped++;
    }

    public synchronized Agreement agreement() {
        var all = new ArrayList<>(places);
        elsewhere.ifPresent(all::add);
        var levels = Arrays.stream(Tolerance.values())
                .map(tolerance -> new Level(tolerance, patterns(counted.get(tolerance.ordinal()))))
                .toList();
        return new Agreement(compared, skipped, all, levels);
    }

    /** Takes down the place, and says which bit of a pattern it is. */
    private int bit(String requestId, Apart apart) {
        var known = Optional.ofNullable(bits.get(apart.place()));
        if (known.isPresent()) {
            places.set(known.get(), further(places.get(known.get()), requestId, apart));
            return known.get();
        }
        if (places.size() < MOST_PLACES) {
            bits.put(apart.place(), places.size());
            places.add(place(apart.place(), requestId, apart));
            return places.size() - 1;
        }
        elsewhere = Optional.of(elsewhere
                .map(before -> further(before, requestId, apart))
                .orElseGet(() -> place(ELSEWHERE, requestId, apart)));
        return ELSEWHERE_BIT;
    }

    private static Place further(Place before, String requestId, Apart apart) {
        boolean isFurther = apart.distance() >= before.largest().orElse(0.0);
        if (apart.isMeasured()) {
            return isFurther ? place(before.name(), requestId, apart) : before;
        }
        return before.largest().isPresent() ? before : place(before.name(), requestId, apart);
    }

    private static Place place(String name, String requestId, Apart apart) {
        var largest = apart.isMeasured() ? Optional.of(apart.distance()) : Optional.<Double>empty();
        return new Place(name, largest, requestId, cut(apart.live()), cut(apart.shadow()));
    }

    private static String cut(String value) {
        return value.length() <= MOST_OF_VALUE ? value : value.substring(0, MOST_OF_VALUE) + "...";
    }

    private void count(Map<Long, Long> level, long pattern) {
        if (pattern == 0) {
            return;
        }
        if (level.containsKey(pattern) || level.size() < MOST_PATTERNS) {
            level.merge(pattern, 1L, Long::sum);
        } else {
            level.merge(1L << ELSEWHERE_BIT, 1L, Long::sum);
            elsewhere = elsewhere.or(() -> Optional.of(new Place(ELSEWHERE, Optional.empty(), "", "", "")));
        }
    }

    private List<Pattern> patterns(Map<Long, Long> level) {
        return level.entrySet().stream()
                .map(entry -> new Pattern(numbers(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** What is elsewhere is the last in the list. */
    private List<Integer> numbers(long pattern) {
        return IntStream.range(0, Long.SIZE)
                .filter(bit -> (pattern & 1L << bit) != 0)
                .mapToObj(bit -> bit == ELSEWHERE_BIT ? places.size() : bit)
                .toList();
    }
}
