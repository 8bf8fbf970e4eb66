package dev.sluice.app;

import dev.sluice.console.create.ManifestReader;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.Manifests;
import java.nio.file.Path;
import java.util.List;

/** Lets the console's forms be filled from the cloud's YAML files. */
final class YamlFiles implements ManifestReader {

    @Override
    public Read read(Path file) {
        Decoded<Manifest> decoded = Manifests.read(file);
        if (!(decoded instanceof Decoded.Value<Manifest> read)) {
            return new Read.Bad(decoded.problems());
        }
        if (read.value() instanceof Manifest.EndpointFile endpoint) {
            return new Read.Endpoint(endpoint.spec(), withoutEffect(endpoint));
        }
        if (read.value() instanceof Manifest.ModelFile model) {
            return new Read.Asset(model.model(), withoutEffect(model));
        } else if (read.value() instanceof Manifest.EnvironmentFile environment) {
            return new Read.Asset(environment.environment(), withoutEffect(environment));
        }
        return new Read.Deployment(((Manifest.DeploymentFile) read.value()).spec(), withoutEffect(read.value()));
    }

    private static List<String> withoutEffect(Manifest manifest) {
        return manifest.notices().stream()
                .map(notice -> notice.place().line() + " " + notice.path() + ": " + notice.sentence())
                .toList();
    }
}
