package dev.sluice.domain;

/** A model as its file describes it; {@code path} is the file or folder on this machine, absolute (reference 1.4). */
public record ModelDefinition(String name, String version, ModelType type, String path, Labels labels, CloudKeys cloud)
        implements AssetDefinition {

    @Override
    public AssetKind kind() {
        return AssetKind.MODEL;
    }

    @Override
    public ModelDefinition called(String otherName, String otherVersion) {
        return new ModelDefinition(otherName, otherVersion, type, path, labels, cloud);
    }

    @Override
    public ModelDefinition labelled(Labels changed) {
        return new ModelDefinition(name, version, type, path, changed, cloud);
    }
}
