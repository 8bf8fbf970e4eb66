package dev.sluice.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How often a shadow gave the same answer as the live deployment, so far. Which places count, and how far numbers may be
 * apart, is chosen by whoever reads it, and holds for all that was ever compared.
 *
 * @param compared pairs of answers
 * @param skipped copies that the shadow answered, of which nothing was compared: an answer was longer than is kept, or
 *     compressed, or broke off, or more came than could be compared
 * @param places where answers have differed at all, in the order in which they first did
 * @param levels one for each {@link Tolerance}
 */
public record Agreement(long compared, long skipped, List<Place> places, List<Level> levels) {

    public static final Agreement NONE = new Agreement(0, 0, List.of(), List.of());

    public Agreement {
        places = List.copyOf(places);
        levels = List.copyOf(levels);
    }

    /**
     * A place where answers have differed, and the pair that was furthest apart there; of those without a distance the newest.
     *
     * @param name as {@link Apart#place}; {@link AgreementMeter#ELSEWHERE} for all beyond so many
     * @param largest distance of two numbers there; empty if there never were two
     * @param requestId of the pair
     * @param live what the live deployment said there; empty if it is missing
     * @param shadow what the shadow said
     */
    public record Place(String name, Optional<Double> largest, String requestId, String live, String shadow) {}

    /** The pairs that differ by more than the tolerance; those that do nowhere are in none. */
    public record Level(Tolerance tolerance, List<Pattern> patterns) {
        public Level {
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

    /** How many pairs differ somewhere that counts. */
    public long differing(Tolerance tolerance, Set<String> ignored) {
        return patterns(tolerance)
                .filter(pattern -> pattern.places().stream()
                        .anyMatch(place -> !ignored.contains(places.get(place).name())))
                .mapToLong(Pattern::pairs)
                .sum();
    }

    /** How many pairs differ there. */
    public long differing(Tolerance tolerance, Place place) {
        int number = places.indexOf(place);
        return patterns(tolerance)
                .filter(pattern -> pattern.places().contains(number))
                .mapToLong(Pattern::pairs)
                .sum();
    }

    private Stream<Pattern> patterns(Tolerance tolerance) {
        return levels.stream()
                .filter(level -> level.tolerance() == tolerance)
                .map(Level::patterns)
                .flatMap(Collection::stream);
    }
}
