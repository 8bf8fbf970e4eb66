package dev.sluice.engine;

import dev.sluice.domain.PackageDifference;
import java.util.List;

/**
 * An environment that an instance can be started in.
 *
 * @param reference an image id, or the path of an interpreter
 * @param note what of the environment could not be honoured by this engine, for people; empty if nothing
 * @param differences which packages it has otherwise than its conda file asks for, as far as the engine has looked
 */
public record PreparedEnvironment(String reference, String note, List<PackageDifference> differences) {

    public PreparedEnvironment {
        differences = List.copyOf(differences);
    }

    /** One in which no package is known to be otherwise. */
    public PreparedEnvironment(String reference, String note) {
        this(reference, note, List.of());
    }
}
