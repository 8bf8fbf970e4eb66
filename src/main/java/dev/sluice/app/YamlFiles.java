package dev.sluice.app;

import dev.sluice.console.create.ManifestReader;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.Manifests;
import java.nio.file.Path;

/** Lets the console's forms be filled from the cloud's YAML files. */
final class YamlFiles implements ManifestReader {

    @Override
    public Read read(Path file) {
        Decoded<Manifest> decoded = Manifests.read(file);
        if (decoded instanceof Decoded.Value<Manifest> read) {
            return read.value() instanceof Manifest.EndpointFile endpoint
                    ? new Read.Endpoint(endpoint.spec())
                    : new Read.Deployment(((Manifest.DeploymentFile) read.value()).spec());
        }
        return new Read.Bad(decoded.problems());
    }
}
