package dev.sluice.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in for an asset of a cloud registry or workspace, which cannot be asked from here: references that match
 * {@code pattern}, in which {@code *} stands for any text, mean {@code reference} instead, which is a local one.
 */
public record Substitution(String pattern, String reference) {

    public Substitution {
        problem(pattern, reference).ifPresent(wrong -> {
            throw new IllegalArgumentException(wrong.message());
        });
    }

    /** Why there can be no such substitution. */
    public static Optional<Problem> problem(String pattern, String reference) {
        if (!pattern.toLowerCase(Locale.ROOT).startsWith("azureml:/")) {
            return Optional.of(
                    Problem.of(
                            Problem.Code.BAD_VALUE,
                            "pattern",
                            "'" + pattern + "' matches no asset of a cloud registry or workspace",
                            "write one that begins with azureml://registries/ or azureml:/subscriptions/, with * for any text"));
        }
        boolean local = AssetReference.parse(reference)
                .filter(parsed -> !(parsed instanceof AssetReference.Elsewhere))
                .isPresent();
        return local
                ? Optional.empty()
                : Optional.of(Problem.of(
                        Problem.Code.BAD_VALUE,
                        "reference",
                        "'" + reference + "' does not name an asset of this computer",
                        "write azureml:<name>:<version> or azureml:<name>@latest"));
    }

    public boolean matches(String uri) {
        var any = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return Pattern.compile(any, Pattern.CASE_INSENSITIVE).matcher(uri).matches();
    }
}
