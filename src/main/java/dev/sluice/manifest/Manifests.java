package dev.sluice.manifest;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.ModelDefinition;
import java.nio.file.Path;

/**
 * Reads the cloud's YAML files for endpoints, deployments, models and environments (reference section 1). Whatever is
 * wrong with a file comes back as problems with their places, all at once; nothing is thrown for what a user wrote. Safe
 * from any thread.
 */
public final class Manifests {

    private Manifests() {}

    /** Reads a file of any kind. The files it names must be there; relative paths start from its folder. */
    public static Decoded<Manifest> read(Path file) {
        return TextFile.read(file).then(Manifests::anyKind);
    }

    /**
     * Reads the text of such a file, as it stands in an editor.
     *
     * @param folder what relative paths start from
     * @param fileName what places in the text call it
     */
    public static Decoded<Manifest> read(String text, Path folder, String fileName) {
        return anyKind(new YamlText(fileName, folder, text));
    }

    /** Reads an endpoint file, with {@code overrides} put into it first. */
    public static Decoded<Manifest.EndpointFile> readEndpoint(Path file, Overrides overrides) {
        return open(file, overrides).then(Manifests::endpoint);
    }

    /** Reads a file that changes an endpoint, with {@code overrides} put into it first. */
    public static Decoded<Manifest.EndpointUpdate> readEndpointUpdate(Path file, Overrides overrides) {
        return open(file, overrides).then(Manifests::endpointUpdate);
    }

    /** Reads a deployment file, with {@code overrides} put into it first. */
    public static Decoded<Manifest.DeploymentFile> readDeployment(Path file, Overrides overrides) {
        return open(file, overrides).then(Manifests::deployment);
    }

    /** Reads a model's file, with {@code overrides} put into it first. */
    public static Decoded<Manifest.ModelFile> readModel(Path file, Overrides overrides) {
        return open(file, overrides).then(Manifests::model);
    }

    /** Reads an environment's file, with {@code overrides} put into it first. */
    public static Decoded<Manifest.EnvironmentFile> readEnvironment(Path file, Overrides overrides) {
        return open(file, overrides).then(Manifests::environment);
    }

    /** An endpoint without a file: all that is said of it stands in {@code overrides}. */
    public static Decoded<Manifest.EndpointFile> endpointOf(Overrides overrides) {
        return Opened.nothing(YamlText.ROOT, overrides).then(Manifests::endpoint);
    }

    /** A model without a file; relative paths start from {@code folder}. */
    public static Decoded<Manifest.ModelFile> modelOf(Path folder, Overrides overrides) {
        return Opened.nothing(folder, overrides).then(Manifests::model);
    }

    /** An environment without a file; relative paths start from {@code folder}. */
    public static Decoded<Manifest.EnvironmentFile> environmentOf(Path folder, Overrides overrides) {
        return Opened.nothing(folder, overrides).then(Manifests::environment);
    }

    /** What {@link ManifestWriter} wrote of an endpoint, with {@code overrides} put into it. */
    public static Decoded<Manifest.EndpointUpdate> changedEndpoint(String text, Overrides overrides) {
        return Opened.of(YamlText.stored(text), overrides).then(Manifests::endpointUpdate);
    }

    /**
     * What {@link ManifestWriter} wrote of a deployment, with {@code overrides} put into it; relative paths among these
     * start from {@code folder}. The files it names must be there.
     */
    public static Decoded<Manifest.DeploymentFile> changedDeployment(String text, Path folder, Overrides overrides) {
        return Opened.of(new YamlText("", folder, text), overrides).then(Manifests::deployment);
    }

    /** Likewise, without asking whether the files it names are still there. */
    public static Decoded<DeploymentSpec> changedDeploymentAlone(String text, Path folder, Overrides overrides) {
        return Opened.of(new YamlText("", folder, text), overrides).then(Manifests::deploymentSpec);
    }

    /** What {@link ManifestWriter} wrote of a model, with {@code overrides} put into it. */
    public static Decoded<ModelDefinition> changedModel(String text, Overrides overrides) {
        return Opened.of(YamlText.stored(text), overrides)
                .then(opened -> asset(opened).model());
    }

    /** What {@link ManifestWriter} wrote of an environment, with {@code overrides} put into it. */
    public static Decoded<EnvironmentDefinition> changedEnvironment(String text, Overrides overrides) {
        return Opened.of(YamlText.stored(text), overrides)
                .then(opened -> asset(opened).environment());
    }

    /** Reads the text of a deployment file, as it stands in an editor; relative paths start from {@code folder}. */
    public static Decoded<Manifest.DeploymentFile> readDeployment(String text, Path folder) {
        return open(text, folder).then(Manifests::deployment);
    }

    /** Reads such a text likewise, without asking whether the files it names are there. */
    public static Decoded<DeploymentSpec> readDeploymentAlone(String text, Path folder) {
        return open(text, folder).then(Manifests::deploymentSpec);
    }

    /** Reads the text of a file that changes an endpoint, as it stands in an editor. */
    public static Decoded<Manifest.EndpointUpdate> readEndpointUpdate(String text) {
        return open(text, YamlText.ROOT).then(Manifests::endpointUpdate);
    }

    /** Where the keys of a text stand, whatever it means; nowhere if it cannot be read at all. */
    public static Places placesIn(String text) {
        return open(text, YamlText.ROOT) instanceof Decoded.Value<Opened> opened
                ? opened.value().places()
                : Places.NONE;
    }

    /** Reads back what {@link ManifestWriter} wrote, without asking whether the files it names are still there. */
    public static Decoded<EndpointSpec> restoreEndpoint(String text) {
        return Opened.of(YamlText.stored(text), Overrides.NONE)
                .then(opened -> EndpointReader.read(opened.keys(), opened.findings()));
    }

    /** Reads back what {@link ManifestWriter} wrote, without asking whether the files it names are still there. */
    public static Decoded<DeploymentSpec> restoreDeployment(String text) {
        return Opened.of(YamlText.stored(text), Overrides.NONE).then(Manifests::deploymentSpec);
    }

    /** Reads back what {@link ManifestWriter} wrote, without asking whether the files it names are still there. */
    public static Decoded<ModelDefinition> restoreModel(String text) {
        return Opened.of(YamlText.stored(text), Overrides.NONE)
                .then(opened -> asset(opened).model());
    }

    /** Reads back what {@link ManifestWriter} wrote, without asking whether the files it names are still there. */
    public static Decoded<EnvironmentDefinition> restoreEnvironment(String text) {
        return Opened.of(YamlText.stored(text), Overrides.NONE)
                .then(opened -> asset(opened).environment());
    }

    private static Decoded<Opened> open(Path file, Overrides overrides) {
        return TextFile.read(file).then(text -> Opened.of(text, overrides));
    }

    private static Decoded<Opened> open(String text, Path folder) {
        return Opened.of(new YamlText("", folder, text), Overrides.NONE);
    }

    private static Decoded<Manifest> anyKind(YamlText text) {
        return Opened.of(text, Overrides.NONE)
                .then(opened -> opened.kind().then(kind -> switch (kind) {
                    case ENDPOINT -> endpoint(opened).then(Decoded.Value::new);
                    case DEPLOYMENT -> deployment(opened).then(Decoded.Value::new);
                    case MODEL -> model(opened).then(Decoded.Value::new);
                    case ENVIRONMENT -> environment(opened).then(Decoded.Value::new);
                }));
    }

    private static Decoded<Manifest.EndpointFile> endpoint(Opened opened) {
        return opened.manifest(EndpointReader.read(opened.keys(), opened.findings()), Manifest.EndpointFile::new);
    }

    private static Decoded<Manifest.EndpointUpdate> endpointUpdate(Opened opened) {
        return EndpointReader.readUpdate(opened);
    }

    private static Decoded<Manifest.DeploymentFile> deployment(Opened opened) {
        return opened.manifest(deploymentSpec(opened), Manifest.DeploymentFile::new);
    }

    private static Decoded<Manifest.ModelFile> model(Opened opened) {
        return opened.manifest(asset(opened).model(), Manifest.ModelFile::new);
    }

    private static Decoded<Manifest.EnvironmentFile> environment(Opened opened) {
        return opened.manifest(asset(opened).environment(), Manifest.EnvironmentFile::new);
    }

    private static Decoded<DeploymentSpec> deploymentSpec(Opened opened) {
        return new DeploymentReader(opened.keys(), opened.folder(), opened.findings()).read();
    }

    private static AssetReader asset(Opened opened) {
        return new AssetReader(opened.keys(), opened.folder(), opened.findings());
    }
}
