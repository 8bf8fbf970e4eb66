package dev.sluice.domain;

/** Code as the cloud's client registers it with a deployment; {@code path} is the folder on this machine, absolute (reference 1.3). */
public record CodeDefinition(String name, String version, String path, Labels labels, CloudKeys cloud)
        implements AssetDefinition {

    /** A folder that a deployment names: its copy is called by its content. */
    public static CodeDefinition of(String folder) {
        return new CodeDefinition("", "", folder, Labels.NONE, CloudKeys.NONE);
    }

    @Override
    public AssetKind kind() {
        return AssetKind.CODE;
    }

    @Override
    public CodeDefinition called(String otherName, String otherVersion) {
        return new CodeDefinition(otherName, otherVersion, path, labels, cloud);
    }

    @Override
    public CodeDefinition labelled(Labels changed) {
        return new CodeDefinition(name, version, path, changed, cloud);
    }
}
