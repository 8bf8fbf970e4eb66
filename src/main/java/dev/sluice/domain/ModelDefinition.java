package dev.sluice.domain;

/**
 * A model that is to be registered, as its file describes it (reference 1.4).
 *
 * @param version empty if the registry is to give the next number
 * @param path a file or folder on this machine, absolute
 * @param cloud what has no effect here, by its place in the file
 */
public record ModelDefinition(
        String name, String version, ModelType type, String path, Labels labels, CloudKeys cloud) {

    public ModelDefinition {
        if (name.isEmpty() || !ModelSource.canBeFolder(name) || !ModelSource.canBeFolder(version)) {
            throw new IllegalArgumentException(
                    "a model's name and version are each one folder's name, not '" + name + "' and '" + version + "'");
        }
    }
}
