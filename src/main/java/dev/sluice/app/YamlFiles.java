package dev.sluice.app;

import dev.sluice.console.create.ManifestReader;
import dev.sluice.domain.Problem;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.Manifests;
import java.nio.file.Path;
import java.util.List;

/** Lets the console's forms be filled from the cloud's YAML files. */
final class YamlFiles implements ManifestReader {

    private static final Problem ASSET = Problem.of(
            Problem.Code.BAD_VALUE,
            "",
            "this is the file of a model or an environment",
            "choose the file of an endpoint or a deployment");

    @Override
    public Read read(Path file) {
        Decoded<Manifest> decoded = Manifests.read(file);
        if (!(decoded instanceof Decoded.Value<Manifest> read)) {
            return new Read.Bad(decoded.problems());
        }
        if (read.value() instanceof Manifest.EndpointFile endpoint) {
            return new Read.Endpoint(endpoint.spec(), withoutEffect(endpoint));
        }
        return read.value() instanceof Manifest.DeploymentFile deployment
                ? new Read.Deployment(deployment.spec(), withoutEffect(deployment))
                : new Read.Bad(List.of(ASSET));
    }

    private static List<String> withoutEffect(Manifest manifest) {
        return manifest.notices().stream()
                .map(notice -> notice.place().line() + " " + notice.path() + ": " + notice.sentence())
                .toList();
    }
}
