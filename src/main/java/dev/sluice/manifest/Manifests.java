package dev.sluice.manifest;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointSpec;
import java.nio.file.Path;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * Reads the cloud's YAML files for endpoints and deployments (reference section 1). Whatever is wrong with a file comes
 * back as problems with their places, all at once; nothing is thrown for what a user wrote. Safe from any thread.
 */
public final class Manifests {

    private static final String STORED = "stored manifest";

    /** Stored manifests hold absolute paths only, so nothing is ever resolved against this. */
    private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();

    private Manifests() {}

    /** Reads an endpoint or deployment file. The files it names must be there; relative paths start from its folder. */
    public static Decoded<Manifest> read(Path file) {
        return YamlText.read(file).then(Manifests::either);
    }

    /**
     * Reads the text of such a file, as it stands in an editor.
     *
     * @param folder what relative paths start from
     * @param fileName what places in the text call it
     */
    public static Decoded<Manifest> read(String text, Path folder, String fileName) {
        return either(new YamlText(fileName, folder, text));
    }

    /** Reads an endpoint file, with {@code overrides} put into it first. */
    public static Decoded<Manifest.EndpointFile> readEndpoint(Path file, Overrides overrides) {
        return YamlText.read(file)
                .then(text -> text.compose().then(root -> endpoint(text, OverriddenFile.of(root, overrides))));
    }

    /** Reads a deployment file, with {@code overrides} put into it first. */
    public static Decoded<Manifest.DeploymentFile> readDeployment(Path file, Overrides overrides) {
        return YamlText.read(file)
                .then(text -> text.compose().then(root -> deployment(text, OverriddenFile.of(root, overrides))));
    }

    /** Reads the text of a deployment file, as it stands in an editor; relative paths start from {@code folder}. */
    public static Decoded<Manifest.DeploymentFile> readDeployment(String text, Path folder) {
        var yaml = new YamlText("", folder, text);
        return yaml.compose().then(root -> deployment(yaml, root));
    }

    /** Reads such a text likewise, without asking whether the files it names are there. */
    public static Decoded<DeploymentSpec> readDeploymentAlone(String text, Path folder) {
        return new YamlText("", folder, text).compose().then(root -> deploymentSpec(root, folder, new Findings("")));
    }

    /** Reads the text of a file that changes an endpoint, as it stands in an editor. */
    public static Decoded<Manifest.EndpointUpdate> readEndpointUpdate(String text) {
        return new YamlText("", ROOT, text).compose().then(root -> {
            var findings = new Findings("");
            return EndpointReader.readUpdate(new Section("", root, findings), findings);
        });
    }

    /** Reads back what {@link ManifestWriter} wrote, without asking whether the files it names are still there. */
    public static Decoded<EndpointSpec> restoreEndpoint(String text) {
        return stored(text).compose().then(root -> endpointSpec(root, new Findings(STORED)));
    }

    /** Reads back what {@link ManifestWriter} wrote, without asking whether the files it names are still there. */
    public static Decoded<DeploymentSpec> restoreDeployment(String text) {
        return stored(text).compose().then(root -> deploymentSpec(root, ROOT, new Findings(STORED)));
    }

    private static Decoded<Manifest> either(YamlText text) {
        return text.compose()
                .then(root -> ManifestKind.of(root, new Findings(text.file())).then(kind -> switch (kind) {
                    case ENDPOINT -> endpoint(text, root).then(Decoded.Value::new);
                    case DEPLOYMENT -> deployment(text, root).then(Decoded.Value::new);
                }));
    }

    private static Decoded<Manifest.EndpointFile> endpoint(YamlText text, MappingNode root) {
        var findings = new Findings(text.file());
        return findings.withFilesSought(endpointSpec(root, findings))
                .then(spec -> new Decoded.Value<>(new Manifest.EndpointFile(spec, findings.notices())));
    }

    private static Decoded<Manifest.DeploymentFile> deployment(YamlText text, MappingNode root) {
        var findings = new Findings(text.file());
        return findings.withFilesSought(deploymentSpec(root, text.folder(), findings))
                .then(spec -> new Decoded.Value<>(new Manifest.DeploymentFile(spec, findings.notices())));
    }

    private static Decoded<EndpointSpec> endpointSpec(MappingNode root, Findings findings) {
        return EndpointReader.read(new Section("", root, findings), findings);
    }

    private static Decoded<DeploymentSpec> deploymentSpec(MappingNode root, Path folder, Findings findings) {
        return new DeploymentReader(new Section("", root, findings), folder, findings).read();
    }

    private static YamlText stored(String text) {
        return new YamlText(STORED, ROOT, text);
    }
}
