package dev.sluice.console.invoke;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of a list that two windows have changed since they last agreed: what either has added or changed is kept,
 * what either has removed goes, and of an entry that both have changed ours counts. Pure.
 *
 * @param place tells entries apart
 * @param content tells whether an entry was changed; both by {@code equals}
 */
record Merging<T>(Function<T, Object> place, Function<T, Object> content) {

    /**
     * Ours first, in their order, then what only they have.
     *
     * @param before ours as we wrote it last, or as we found it
     */
    List<T> merge(List<T> before, List<T> ours, List<T> theirs) {
        var known = byPlace(before);
        var found = byPlace(theirs);
        var own = byPlace(ours);
        return Stream.concat(
                        ours.stream().flatMap(mine -> kept(mine, at(known, mine), at(found, mine)).stream()),
                        theirs.stream()
                                .filter(their -> !own.containsKey(place.apply(their)))
                                .filter(their -> !isAs(at(known, their), their)))
                .toList();
    }

    /** What we have not touched is as they have left it, which may be nowhere. */
    private Optional<T> kept(T mine, Optional<T> known, Optional<T> found) {
        boolean isUntouched = isAs(known, mine);
        return !isUntouched || isAs(found, mine) ? Optional.of(mine) : found;
    }

    private boolean isAs(Optional<T> earlier, T entry) {
        return earlier.map(content).filter(content.apply(entry)::equals).isPresent();
    }

    private Optional<T> at(Map<Object, T> entries, T entry) {
        return Optional.ofNullable(entries.get(place.apply(entry)));
    }

    private Map<Object, T> byPlace(List<T> entries) {
        return entries.stream().collect(Collectors.toMap(place, entry -> entry, (first, second) -> first));
    }
}
