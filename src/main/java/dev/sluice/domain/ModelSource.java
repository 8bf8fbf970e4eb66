package dev.sluice.domain;

/** Where a deployment's model files come from (reference 1.4). */
public sealed interface ModelSource {

    /** No model: the scoring script or the image brings all it needs. */
    record None() implements ModelSource {}

    /**
     * A file or folder on this machine, by absolute path; copied, never used in place.
     *
     * @param name becomes a folder of that name, as {@code version} does within it; empty if the file does not say
     */
    record Files(String path, String name, String version, ModelType type) implements ModelSource {

        public Files(String path, String name, String version) {
            this(path, name, version, ModelType.CUSTOM);
        }

        public Files {
            if (!canBeFolder(name) || !canBeFolder(version)) {
                throw new IllegalArgumentException("a model's name and version are each one folder's name, not '" + name
                        + "' and '" + version + "'");
            }
        }
    }

    /** Whether a model may be called so: its copy must not end up outside of the deployment's own folder. */
    static boolean canBeFolder(String name) {
        return !name.equals(".") && !name.equals("..") && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == 0);
    }

    /** A registered model, {@code azureml:name:version}. */
    record Registered(String reference) implements ModelSource {}
}
