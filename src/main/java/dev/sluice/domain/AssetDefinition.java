package dev.sluice.domain;

/** A model, an environment or code as its file describes it, to be registered. */
public sealed interface AssetDefinition permits ModelDefinition, EnvironmentDefinition, CodeDefinition {

    AssetKind kind();

    /** Empty if none was given. */
    String name();

    /** Empty if none was given: then it is the next number. */
    String version();

    Labels labels();

    CloudKeys cloud();

    /** The same by this name and version. */
    AssetDefinition called(String name, String version);

    /** The same with these labels. */
    AssetDefinition labelled(Labels labels);
}
