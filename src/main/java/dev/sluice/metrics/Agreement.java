package dev.sluice.metrics;

import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How often a shadow gave the same answer as the live deployment, so far. Which places count, and how far numbers may be
 * apart, is chosen by whoever reads it, and holds for all that was ever compared.
 *
 * @param shadow whose answers were compared; empty if none were
 * @param compared pairs of answers
 * @param skipped copies that the shadow answered, of which nothing was compared: an answer was longer than is kept, or
 *     compressed, or there was no whole live one, or more came than could be compared
 * @param places where answers have differed at all, in the order in which they first did
 * @param levels one for each {@link Tolerance}
 */
public record Agreement(
        Optional<DeploymentName> shadow, long compared, long skipped, List<Place> places, List<Level> levels) {

    public static final Agreement NONE = new AgreementMeter(Optional.empty()).agreement();

    public Agreement {
        places = List.copyOf(places);
        levels = List.copyOf(levels);
    }

    /**
     * A place where answers have differed, and the pair that was furthest apart there; of those without a distance the newest.
     *
     * @param name as {@link Apart#place}; {@link AgreementMeter#ELSEWHERE} for all beyond so many
     * @param distance of the pair's two numbers; empty if they are further apart than any two numbers
     * @param requestId of the pair
     * @param live what the live deployment said there; empty if it is missing
     * @param shadow what the shadow said
     */
    public record Place(String name, Optional<Double> distance, String requestId, String live, String shadow) {}

    /**
     * The pairs that differ by more than the tolerance; those that do nowhere are in none.
     *
     * @param differing how many do at each place, by its number in the list
     * @param patterns at which places together
     * @param beyond pairs beyond so many patterns, of which that is not known
     */
    public record Level(Tolerance tolerance, List<Long> differing, List<Pattern> patterns, long beyond) {
        public Level {
            differing = List.copyOf(differing);
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Pairs that differ at the same places.
     *
     * @param places which of them, by their number in the list, from 0
     * @param pairs how many there are
     */
    public record Pattern(List<Integer> places, long pairs) {
        public Pattern {
            places = List.copyOf(places);
        }
    }

    /** How many pairs differ somewhere that counts. Those {@link Level#beyond} do in any case: none is falsely said to agree. */
    public long differing(Tolerance tolerance, Set<String> ignored) {
        var level = level(tolerance);
        return level.beyond()
                + level.patterns().stream()
                        .filter(pattern -> pattern.places().stream()
                                .anyMatch(place ->
                                        !ignored.contains(places.get(place).name())))
                        .mapToLong(Pattern::pairs)
                        .sum();
    }

    /** How many pairs differ there. */
    public long differing(Tolerance tolerance, Place place) {
        return level(tolerance).differing().get(places.indexOf(place));
    }

    /** How many pairs differ at so many combinations of places that none can be left out for them. */
    public long beyond(Tolerance tolerance) {
        return level(tolerance).beyond();
    }

    private Level level(Tolerance tolerance) {
        return levels.get(tolerance.ordinal());
    }
}
