package dev.sluice.metrics;

import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts where a shadow's answers differ from the live ones. For each pair it keeps at which places they do, and not the
 * values: so whoever looks may leave a place out, or allow for more, and has the number of all pairs at once. Bounded,
 * however odd the answers are. Safe from any thread.
 */
public final class AgreementMeter {

    /** So many places are told apart; all others are one. */
    public static final int MOST_PLACES = 63;

    /** What that one is called. */
    public static final String ELSEWHERE = "elsewhere";

    /** Places with longer names, in characters, are among the others. */
    static final int MOST_OF_NAME = 200;

    private final Optional<DeploymentName> shadow;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<PlaceMeter> places = new ArrayList<>();
    private final List<LevelMeter> levels =
            Arrays.stream(Tolerance.values()).map(LevelMeter::new).toList();
    private long compared;
    private long skipped;

    /** @param shadow whose answers are compared; empty if nobody's are */
    public AgreementMeter(Optional<DeploymentName> shadow) {
        this.shadow = shadow;
    }

    /** Two answers to one request were compared; none apart means that they are the same. */
    public synchronized void compared(String requestId, Collection<Apart> apart) {
        compared++;
        var patterns = new long[levels.size()];
        for (var one : apart) {
            int number = number(one.place());
            places.get(number).saw(requestId, one);
            for (var tolerance : Tolerance.values()) {
                patterns[tolerance.ordinal()] |= tolerance.allows(one.distance()) ? 0 : 1L << number;
            }
        }
        for (int level = 0; level < patterns.length; level++) {
            levels.get(level).count(patterns[level]);
        }
    }

    /** The shadow has answered, and nothing was compared. */
    public synchronized void skipped() {
        skipped++;
    }

    public synchronized Agreement agreement() {
        return new Agreement(
                shadow,
                compared,
                skipped,
                places.stream().map(PlaceMeter::place).toList(),
                levels.stream().map(level -> level.level(places.size())).toList());
    }

    /** Which of the places it is; a new one is taken down while there is room. */
    private int number(String place) {
        var name = place.length() > MOST_OF_NAME ? ELSEWHERE : place;
        var known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (!name.equals(ELSEWHERE) && toldApart() == MOST_PLACES) {
            return number(ELSEWHERE);
        }
        numbers.put(name, places.size());
        places.add(new PlaceMeter(name));
        return places.size() - 1;
    }

    private int toldApart() {
        return numbers.containsKey(ELSEWHERE) ? places.size() - 1 : places.size();
    }
}
