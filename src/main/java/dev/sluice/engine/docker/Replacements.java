package dev.sluice.engine.docker;

import dev.sluice.domain.ImageSubstitutions;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts images in the place of others, by the user's substitutions, and keeps in mind which. For one thread. */
final class Replacements implements UnaryOperator<String> {

    private final ImageSubstitutions substitutions;
    private final Set<String> made = new LinkedHashSet<>();

    Replacements(ImageSubstitutions substitutions) {
        this.substitutions = substitutions;
    }

    @Override
    public String apply(String image) {
        substitutions
                .fitting(image)
                .ifPresent(fitting -> made.add("the image " + image + " is replaced by " + substitutions.of(image)
                        + ", by the image substitution " + fitting.pattern()));
        return substitutions.of(image);
    }

    /** What was replaced by what, for people; empty if nothing was. */
    String note() {
        return String.join("; ", made);
    }
}
