package dev.sluice.console.traffic;

import dev.sluice.console.support.PageSettings;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.Tolerance;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a user lets count as a difference; kept over the end of the program. For the UI thread only. */
final class AgreementHabits {

    /** Floats that are computed in another order differ by far less, and to most models less than this is noise. */
    private static final Tolerance USUAL = Tolerance.THOUSANDTH;

    private static final String TOLERANCE = "tolerance";
    private static final String IGNORED = "ignored.";
    private static final String SEPARATOR = "\n";

    private final PageSettings settings;

    AgreementHabits(PageSettings settings) {
        this.settings = settings;
    }

    /** What is not kept, or not known, is the usual one. */
    Tolerance tolerance() {
        return settings.get(TOLERANCE)
                .flatMap(name -> Arrays.stream(Tolerance.values())
                        .filter(tolerance -> tolerance.name().equals(name))
                        .findFirst())
                .orElse(USUAL);
    }

    void keep(Tolerance tolerance) {
        settings.put(TOLERANCE, tolerance.name());
    }

    /** The places that are left out. */
    Set<String> ignored(EndpointName endpoint) {
        return settings.get(IGNORED + endpoint.folded()).stream()
                .flatMap(kept -> Arrays.stream(kept.split(SEPARATOR)))
                .filter(place -> !place.isEmpty())
                .collect(Collectors.toSet());
    }

    void count(EndpointName endpoint, String place, boolean counts) {
        var ignored = new TreeSet<>(ignored(endpoint));
        if (counts) {
            ignored.remove(place);
        } else {
            ignored.add(place);
        }
        settings.put(IGNORED + endpoint.folded(), String.join(SEPARATOR, ignored));
    }
}
