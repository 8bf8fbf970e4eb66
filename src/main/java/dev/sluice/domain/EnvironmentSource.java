package dev.sluice.domain;

/** What the scoring code runs in (reference 1.5). Paths are absolute. */
public sealed interface EnvironmentSource {

    /** An image as it is. */
    record Image(String image) implements EnvironmentSource {}

    /** An image, and the packages of a conda file added to it. */
    record Conda(String image, String condaFile) implements EnvironmentSource {}

    /** An image built from a folder with a Dockerfile. */
    record Build(String folder, String dockerfile) implements EnvironmentSource {}

    /** A registered environment, {@code azureml:name:version}. */
    record Registered(String reference) implements EnvironmentSource {}
}
