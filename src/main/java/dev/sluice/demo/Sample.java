package dev.sluice.demo;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import dev.sluice.manifest.Decoded;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The sample that comes with Sluice: an endpoint, a model that serves, its successor, and a request for both. */
public record Sample(EndpointSpec endpoint, DeploymentSpec blue, DeploymentSpec green, String request) {

    /**
     * Reads it from its folder.
     *
     * @throws DemoFailed if a file is missing or not in order
     */
    public static Sample in(Path folder) {
        if (!(read(folder.resolve("endpoint.yml")) instanceof Manifest.EndpointFile endpoint)
                || !(read(folder.resolve("blue-deployment.yml")) instanceof Manifest.DeploymentFile blue)
                || !(read(folder.resolve("green-deployment.yml")) instanceof Manifest.DeploymentFile green)) {
            throw new DemoFailed("the files in " + folder + " are not an endpoint and two deployments");
        }
        return new Sample(endpoint.spec(), blue.spec(), green.spec(), text(folder.resolve("sample-request.json")));
    }

    private static Manifest read(Path file) {
        Decoded<Manifest> read = Manifests.read(file);
        if (read instanceof Decoded.Rejected<Manifest> rejected) {
            throw new DemoFailed(
                    rejected.problems().stream().map(Problem::sentence).collect(Collectors.joining("\n")));
        }
        return ((Decoded.Value<Manifest>) read).value();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DemoFailed("the sample request cannot be read: " + file, e);
        }
    }
}
