package dev.sluice.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which images stand in for others: the first substitution whose pattern fits counts. */
public record ImageSubstitutions(List<ImageSubstitution> inOrder) {

    public static final ImageSubstitutions NONE = new ImageSubstitutions(List.of());

    public ImageSubstitutions {
        inOrder = List.copyOf(inOrder);
    }

    /** The one that counts for this image; empty if none fits. */
    public Optional<ImageSubstitution> fitting(String image) {
        return inOrder.stream()
                .filter(substitution -> substitution.of(image).isPresent())
                .findFirst();
    }

    /** What stands in for the image, or the image itself. */
    public String of(String image) {
        return fitting(image).flatMap(substitution -> substitution.of(image)).orElse(image);
    }

    /** These, and where none of them fits the others. */
    public ImageSubstitutions then(ImageSubstitutions others) {
        return new ImageSubstitutions(
                Stream.concat(inOrder.stream(), others.inOrder().stream()).toList());
    }
}
