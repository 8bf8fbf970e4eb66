package dev.sluice.manifest;

import dev.sluice.domain.Problem;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Tells an endpoint file from a deployment file: by the keys that only one of them has, else by its {@code $schema}. */
enum ManifestKind {
    ENDPOINT,
    DEPLOYMENT;

    private static final Set<String> OF_ENDPOINTS = Set.of(
            "auth_mode", "traffic", "mirror_traffic", "compute", "identity", "public_network_access", "scoring_uri");
    private static final Set<String> OF_DEPLOYMENTS = Set.of(
            "endpoint_name",
            "model",
            "code_configuration",
            "environment",
            "environment_variables",
            "instance_type",
            "instance_count",
            "request_settings",
            "scale_settings",
            "liveness_probe",
            "readiness_probe");

    static Decoded<ManifestKind> of(MappingNode file, Findings findings) {
        var keys = file.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode)
                .collect(Collectors.toMap(
                        entry -> ((ScalarNode) entry.getKeyNode()).getValue(),
                        entry -> entry.getValueNode() instanceof ScalarNode value ? value.getValue() : "",
                        (first, second) -> first));
        long endpoint = keys.keySet().stream().filter(OF_ENDPOINTS::contains).count();
        long deployment =
                keys.keySet().stream().filter(OF_DEPLOYMENTS::contains).count();
        if (endpoint != deployment) {
            return new Decoded.Value<>(endpoint > deployment ? ENDPOINT : DEPLOYMENT);
        }
        var schema = keys.getOrDefault("$schema", "");
        if (schema.contains("OnlineEndpoint")) {
            return new Decoded.Value<>(ENDPOINT);
        }
        if (schema.contains("OnlineDeployment")) {
            return new Decoded.Value<>(DEPLOYMENT);
        }
        findings.problem(
                Problem.Code.BAD_VALUE,
                "",
                file,
                "this is neither clearly an endpoint file nor clearly a deployment file",
                "an endpoint file has 'auth_mode', a deployment file has 'endpoint_name' and 'instance_type'");
        return findings.decoded(() -> ENDPOINT);
    }
}
