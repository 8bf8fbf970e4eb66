package dev.sluice.manifest;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.Optional;

/** Reads what endpoints and deployments alike are called and labelled. */
final class Naming {

    private Naming() {}

    static Optional<EndpointName> endpoint(Value value) {
        return value.text()
                .filter(text -> isName(value, EndpointName.problems(text)))
                .map(EndpointName::new);
    }

    static Optional<DeploymentName> deployment(Value value) {
        return value.text()
                .filter(text -> isName(value, DeploymentName.problems(text)))
                .map(DeploymentName::new);
    }

    /** What a registered model or environment is called (reference 1.4). */
    static Optional<String> asset(Value value) {
        return value.text().filter(text -> isAsset(value, text));
    }

    /** Its version: a number or a word. */
    static Optional<String> version(Value value) {
        return value.scalar().filter(text -> isAsset(value, text));
    }

    private static boolean isAsset(Value value, String text) {
        boolean good = text.matches("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}");
        if (!good) {
            value.refuse(
                    Problem.Code.NAME_CHARACTERS,
                    "the name or version of a model or environment starts with a letter, digit or '_' and goes on with"
                            + " these, '-' and '.', up to 255 in all; '" + Spelling.abridged(text) + "' does not",
                    "choose another");
        }
        return good;
    }

    static Labels labels(Section file) {
        return new Labels(file.text("description").orElse(""), file.texts("tags"), file.texts("properties"));
    }

    private static boolean isName(Value value, List<Problem> broken) {
        broken.forEach(rule -> value.refuse(rule.code(), rule.message(), rule.remedy()));
        return broken.isEmpty();
    }
}
