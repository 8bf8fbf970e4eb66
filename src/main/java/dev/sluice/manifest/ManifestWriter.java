package dev.sluice.manifest;

import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes endpoints, deployments and assets as the YAML that the cloud's client reads (reference O6): one spelling for
 * each value, absolute paths, no keys of ours. {@link Manifests} reads it back as the same value if the probes' times
 * are whole seconds of at least one, a live probe needs one success, paths are absolute and normalized, and the instance
 * type comes from {@link dev.sluice.domain.InstanceType#of}. Safe from any thread.
 */
public final class ManifestWriter {

    private ManifestWriter() {}

    public static String write(EndpointSpec endpoint) {
        return YamlDump.of(keysOf(endpoint).map());
    }

    /** With the traffic in force, as a file that changes an endpoint has it. Without any the keys are left out. */
    public static String write(EndpointSpec endpoint, Routing routing) {
        var keys = keysOf(endpoint);
        keys.putUnlessEmpty("traffic", numbers(routing.traffic().shares()));
        if (routing.mirror() instanceof Mirror.To to) {
            keys.putUnlessEmpty("mirror_traffic", numbers(Map.of(to.target(), to.share())));
        }
        return YamlDump.of(keys.map());
    }

    public static String write(DeploymentSpec deployment) {
        return YamlDump.of(DeploymentKeys.of(deployment));
    }

    public static String write(AssetDefinition asset) {
        return YamlDump.of(AssetKeys.of(asset));
    }

    private static Map<String, Integer> numbers(Map<DeploymentName, Percent> shares) {
        var numbers = new LinkedHashMap<String, Integer>();
        shares.forEach((name, share) -> numbers.put(name.text(), share.value()));
        return numbers;
    }

    private static Keys keysOf(EndpointSpec endpoint) {
        boolean kubernetes = endpoint.kind() == EndpointKind.KUBERNETES;
        var keys = new Keys();
        keys.put("$schema", CloudSchema.url((kubernetes ? "kubernetes" : "managed") + "OnlineEndpoint"));
        keys.put("name", endpoint.name().text());
        keys.put("auth_mode", endpoint.auth().wireName());
        keys.putLabels(endpoint.labels());
        keys.putCloud(endpoint.cloud());
        return keys;
    }
}
