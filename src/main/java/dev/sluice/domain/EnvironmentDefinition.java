package dev.sluice.domain;

/**
 * An environment that is to be registered, as its file describes it (reference 1.5).
 *
 * @param version empty if the registry is to give the next number
 * @param source an image, with a conda file or without, or what one is built from
 * @param cloud what has no effect here, by its place in the file
 */
public record EnvironmentDefinition(
        String name, String version, EnvironmentSource source, Labels labels, CloudKeys cloud) {

    public EnvironmentDefinition {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a registered environment has a name");
        }
        if (source instanceof EnvironmentSource.Registered || source instanceof EnvironmentSource.None) {
            throw new IllegalArgumentException("an environment is registered by what it holds, not by " + source);
        }
    }
}
