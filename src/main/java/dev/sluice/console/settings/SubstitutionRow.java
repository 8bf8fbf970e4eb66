package dev.sluice.console.settings;

import static java.util.stream.Collectors.joining;

import dev.sluice.domain.ImageSubstitution;
import dev.sluice.domain.Sentence;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A substitution while it is written; one with both sides empty is none. For the UI thread only. */
final class SubstitutionRow {

    private final StringProperty pattern = new SimpleStringProperty("");
    private final StringProperty image = new SimpleStringProperty("");
    private final StringBinding patternProblem = Bindings.createStringBinding(this::faultOfPattern, pattern, image);
    private final StringBinding imageProblem = Bindings.createStringBinding(this::faultOfImage, pattern, image);
    private final StringBinding problem = Bindings.createStringBinding(this::fault, pattern, image);

    static SubstitutionRow of(ImageSubstitution substitution) {
        var row = new SubstitutionRow();
        row.pattern.set(substitution.pattern());
        row.image.set(substitution.image());
        return row;
    }

    StringProperty patternProperty() {
        return pattern;
    }

    StringProperty imageProperty() {
        return image;
    }

    /** What is wrong with it, for people; empty if nothing. */
    StringBinding problem() {
        return problem;
    }

    /** Empty if it is the other side that is wrong. */
    StringBinding patternProblem() {
        return patternProblem;
    }

    StringBinding imageProblem() {
        return imageProblem;
    }

    private String fault() {
        return Stream.of(faultOfPattern(), faultOfImage())
                .filter(fault -> !fault.isEmpty())
                .collect(joining(" "));
    }

    private String faultOfPattern() {
        return told(ImageSubstitution.faultOfPattern(pattern.get().strip()));
    }

    private String faultOfImage() {
        return told(ImageSubstitution.faultOfImage(
                pattern.get().strip(), image.get().strip()));
    }

    private String told(Optional<String> fault) {
        return isEmpty() ? "" : fault.map(Sentence::of).orElse("");
    }

    /** Empty while it is none, or none that could be. */
    Optional<ImageSubstitution> substitution() {
        return isEmpty() || !fault().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ImageSubstitution(pattern.get().strip(), image.get().strip()));
    }

    private boolean isEmpty() {
        return pattern.get().isBlank() && image.get().isBlank();
    }
}
