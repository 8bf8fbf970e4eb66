package dev.sluice.manifest;

import dev.sluice.domain.AssetReference;
import dev.sluice.domain.Problem;
import java.util.Optional;

/**
 * Reads what names something registered, in whichever of the cloud's ways (reference 1.4). Whether there is such a thing,
 * or something that stands in for it here, is asked when the deployment is created.
 */
final class ReferenceReader {

    private ReferenceReader() {}

    /**
     * The reference, if it has one of the forms.
     *
     * @param kind model, environment or code
     * @param otherwise what else can be done than to name one
     */
    static Optional<String> read(Value value, String kind, String otherwise) {
        return value.text().filter(text -> {
            var reference = AssetReference.parse(text);
            if (reference.isEmpty()) {
                refuse(value, text, kind, otherwise);
            }
            return reference.isPresent() && isOf(value, text, kind);
        });
    }

    private static boolean isOf(Value value, String text, String kind) {
        boolean other = text.startsWith("azureml:/") && !text.contains("/" + kind + "s/");
        if (other) {
            value.refuse(Problem.Code.BAD_VALUE, "this is not the name of any " + kind, "name the " + kind + " to use");
        }
        return !other;
    }

    private static void refuse(Value value, String text, String kind, String otherwise) {
        value.refuse(
                Problem.Code.BAD_VALUE,
                "'" + Spelling.abridged(text) + "' does not name a registered " + kind,
                "write azureml:<name>:<version> or azureml:<name>@latest, or " + otherwise);
    }
}
