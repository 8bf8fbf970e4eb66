package dev.sluice.manifest;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.sluice.domain.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Tells what a file describes: by the keys that only one kind has, else by its {@code $schema}. Managed and Kubernetes
 * ones are told apart by whoever reads them ({@code compute}, {@code type}; reference 1.1).
 */
enum ManifestKind {
    ENDPOINT(
            "an endpoint file",
            "OnlineEndpoint",
            Set.of(
                    "auth_mode",
                    "traffic",
                    "mirror_traffic",
                    "compute",
                    "identity",
                    "public_network_access",
                    "scoring_uri",
                    "openapi_uri")),
    DEPLOYMENT(
            "a deployment file",
            "OnlineDeployment",
            Set.of(
                    "endpoint_name",
                    "model",
                    "model_mount_path",
                    "code_configuration",
                    "environment",
                    "environment_variables",
                    "instance_type",
                    "instance_count",
                    "request_settings",
                    "scale_settings",
                    "liveness_probe",
                    "readiness_probe",
                    "data_collector",
                    "app_insights_enabled",
                    "egress_public_network_access",
                    "private_network_connection",
                    "resources")),
    MODEL("a model file", "model.schema", Set.of("path", "flavors", "stage")),
    ENVIRONMENT(
            "an environment file",
            "environment.schema",
            Set.of("image", "conda_file", "build", "inference_config", "os_type", "datastore"));

    private final String words;
    private final String schema;
    private final Set<String> keys;

    ManifestKind(String words, String schema, Set<String> keys) {
        this.words = words;
        this.schema = schema;
        this.keys = keys;
    }

    static Decoded<ManifestKind> of(MappingNode file, Findings findings) {
        var keys = file.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode)
                .collect(toMap(
                        entry -> ((ScalarNode) entry.getKeyNode()).getValue(),
                        entry -> entry.getValueNode() instanceof ScalarNode value ? value.getValue() : "",
                        (first, second) -> first));
        return clear(keys)
                .<Decoded<ManifestKind>>map(Decoded.Value::new)
                .orElseGet(() -> unclear(file, likeliest(keys.keySet()), findings));
    }

    /** The kind that a file with these keys and values at its top is likely to become: of one that has none, a deployment. */
    static ManifestKind likely(Map<String, String> keys) {
        return clear(keys).orElse(DEPLOYMENT);
    }

    /** The shipped schema of such files. */
    String schemaOf(boolean kubernetes) {
        var place = kubernetes ? "kubernetes" : "managed";
        return switch (this) {
            case ENDPOINT -> place + "OnlineEndpoint";
            case DEPLOYMENT -> place + "OnlineDeployment";
            case MODEL -> "model";
            case ENVIRONMENT -> "environment";
        };
    }

    private static Optional<ManifestKind> clear(Map<String, String> keys) {
        var likely = likeliest(keys.keySet());
        if (likely.size() == 1) {
            return Optional.of(likely.get(0));
        }
        var schema = keys.getOrDefault("$schema", "");
        return Arrays.stream(values())
                .filter(kind -> schema.contains(kind.schema))
                .findFirst();
    }

    /** The kinds that have the most of these keys for themselves. */
    private static List<ManifestKind> likeliest(Collection<String> keys) {
        long most =
                Arrays.stream(values()).mapToLong(kind -> kind.own(keys)).max().orElse(0);
        return Arrays.stream(values()).filter(kind -> kind.own(keys) == most).toList();
    }

    private long own(Collection<String> of) {
        return of.stream().filter(keys::contains).count();
    }

    private static Decoded<ManifestKind> unclear(MappingNode file, List<ManifestKind> likely, Findings findings) {
        var looks = likely.size() == values().length
                ? Optional.<String>empty()
                : Optional.of(likely.stream().map(kind -> kind.words).collect(joining(" and ")));
        return new Decoded.Rejected<>(List.of(new Problem(
                Problem.Code.BAD_VALUE,
                "",
                looks.map(words -> "this looks like " + words + " alike")
                        .orElse("this does not look like a file of an endpoint, deployment, model or environment"),
                "an endpoint file has 'auth_mode', a deployment file 'endpoint_name' and 'instance_type', a model file"
                        + " 'path', an environment file 'image' or 'build'; '$schema' tells as well",
                findings.placeOf(file))));
    }
}
