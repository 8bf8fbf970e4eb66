package dev.sluice.domain;

import java.time.Instant;

/**
 * One registered version of a model, an environment or code.
 *
 * @param definition what it was registered from; a conda file is in it as it was then, and a path is where the files
 *     came from, not where the registry's copy is
 * @param content what its files are, which never changes
 * @param archived hidden from lists, and no longer the newest version of its name; who names it exactly still gets it
 */
public record Asset(
        AssetId id, AssetDefinition definition, Naming naming, Content content, Instant created, boolean archived) {

    public Asset withArchived(boolean changed) {
        return new Asset(id, definition, naming, content, created, changed);
    }

    /** The same, said to be registered from {@code changed}, which differs in its labels only. */
    public Asset defined(AssetDefinition changed) {
        return new Asset(id, changed, naming, content, created, archived);
    }

    /** The kind of model; what is no model has none of its own. */
    public ModelType modelType() {
        return definition instanceof ModelDefinition model ? model.type() : ModelType.CUSTOM;
    }

    /** How it got its name and version. */
    public enum Naming {
        /** Both were given. */
        GIVEN,
        /** The name was given; the version is the next number. */
        NUMBERED,
        /** Neither: the name is made from the content. */
        GENERATED
    }

    /**
     * What an asset consists of.
     *
     * @param hash the same for the same content, and for no other
     * @param folder by which name the files are kept; empty if there are none beside the definition
     * @param bytes how much that is
     */
    public record Content(String hash, String folder, long bytes) {}
}
