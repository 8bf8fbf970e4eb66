package dev.sluice.engine.docker;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.engine.InstanceKey;
import dev.sluice.hash.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is written on each container: whose it is. {@code dev.sluice.home} stands for the state folder, so that programs
 * with different folders leave each other's containers alone.
 */
final class Labels {

    private static final int DIGITS = 16;
    private static final String HOME = "dev.sluice.home";
    private static final String ENDPOINT = "dev.sluice.endpoint";
    private static final String DEPLOYMENT = "dev.sluice.deployment";
    private static final String GENERATION = "dev.sluice.generation";
    private static final String INSTANCE = "dev.sluice.instance";

    private final String home;

    private Labels(String home) {
        this.home = home;
    }

    static Labels of(Path home) throws IOException {
        return new Labels(Sha256.of(home.toRealPath().toString()).substring(0, DIGITS));
    }

    /** What all containers of this state folder bear, and no others. */
    Map<String, String> ours() {
        return Map.of(HOME, home);
    }

    boolean areOn(Map<String, String> labels) {
        return home.equals(labels.get(HOME));
    }

    Map<String, String> of(InstanceKey key) {
        return Map.of(
                HOME, home,
                ENDPOINT, key.deployment().endpoint().text(),
                DEPLOYMENT, key.deployment().deployment().text(),
                GENERATION, Long.toString(key.generation()),
                INSTANCE, key.name());
    }

    /** A name that people recognize in {@code docker ps}, and that no other state folder uses. */
    String containerName(InstanceKey key) {
        return "sluice-" + home.substring(0, 6) + "-"
                + key.deployment().endpoint().folded() + "-" + key.name();
    }

    /** Empty if somebody else has written them. */
    static Optional<InstanceKey> keyOf(Map<String, String> labels) {
        try {
            var deployment = new DeploymentId(
                    new EndpointName(labels.getOrDefault(ENDPOINT, "")),
                    new DeploymentName(labels.getOrDefault(DEPLOYMENT, "")));
            var generation = Long.parseLong(labels.getOrDefault(GENERATION, ""));
            return Optional.of(new InstanceKey(deployment, generation, labels.getOrDefault(INSTANCE, "")));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
