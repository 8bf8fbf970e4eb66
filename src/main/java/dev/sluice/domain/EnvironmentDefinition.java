package dev.sluice.domain;

/** An environment as its file describes it: an image, alone or with packages, or a folder to build (reference 1.5). */
public record EnvironmentDefinition(
        String name, String version, EnvironmentSource source, Labels labels, CloudKeys cloud)
        implements AssetDefinition {

    public EnvironmentDefinition {
        if (source instanceof EnvironmentSource.Registered || source instanceof EnvironmentSource.None) {
            throw new IllegalArgumentException("an environment is defined by an image or a folder to build");
        }
    }

    @Override
    public AssetKind kind() {
        return AssetKind.ENVIRONMENT;
    }

    @Override
    public EnvironmentDefinition called(String otherName, String otherVersion) {
        return new EnvironmentDefinition(otherName, otherVersion, source, labels, cloud);
    }

    @Override
    public EnvironmentDefinition labelled(Labels changed) {
        return new EnvironmentDefinition(name, version, source, changed, cloud);
    }
}
