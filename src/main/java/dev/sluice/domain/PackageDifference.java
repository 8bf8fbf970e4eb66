package dev.sluice.domain;

import java.util.Optional;

/**
 * A package that a deployment's environment has otherwise than its conda file asks for.
 *
 * @param name as Python calls it; {@code python} for the interpreter itself
 * @param asked which versions, as the file has it; empty for any
 * @param found the version that is there; empty if the package is missing
 */
public record PackageDifference(String name, String asked, Optional<String> found) {

    public boolean isMissing() {
        return found.isEmpty();
    }

    /** In a few words: {@code numpy: asked =1.26, found 2.1.0}. */
    @Override
    public String toString() {
        return name + ": asked " + (asked.isEmpty() ? "any version" : asked) + ", "
                + found.map(version -> "found " + version).orElse("not found");
    }
}
