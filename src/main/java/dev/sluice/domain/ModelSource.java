package dev.sluice.domain;

/** Where a deployment's model files come from (reference 1.4). */
public sealed interface ModelSource {

    /** No model: the scoring script or the image brings all it needs. */
    record None() implements ModelSource {}

    /** A file or folder on this machine, by absolute path; copied, never used in place. */
    record Files(String path, String name, String version) implements ModelSource {}

    /** A registered model, {@code azureml:name:version}. */
    record Registered(String reference) implements ModelSource {}
}
