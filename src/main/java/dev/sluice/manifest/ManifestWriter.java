package dev.sluice.manifest;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Probe;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.Routing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Writes endpoints and deployments as the YAML that the cloud's client reads (reference O6): one spelling for each
 * value, absolute paths, no keys of ours. {@link Manifests} reads it back as the same value if the probes' times
 * are whole seconds of at least one, a live probe needs one success, paths are absolute and normalized, and the instance
 * type comes from {@link dev.sluice.domain.InstanceType#of}. Safe from any thread.
 */
public final class ManifestWriter {

    private static final String SCHEMAS = "https://azuremlschemas.azureedge.net/latest/";

    private ManifestWriter() {}

    public static String write(EndpointSpec endpoint) {
        return yaml(keysOf(endpoint));
    }

    /** With the traffic in force, as a file that changes an endpoint has it. Without any the keys are left out. */
    public static String write(EndpointSpec endpoint, Routing routing) {
        var keys = keysOf(endpoint);
        putShares(keys, "traffic", routing.traffic().shares());
        if (routing.mirror() instanceof Mirror.To to) {
            putShares(keys, "mirror_traffic", Map.of(to.target(), to.share()));
        }
        return yaml(keys);
    }

    private static void putShares(Map<String, Object> keys, String key, Map<DeploymentName, Percent> shares) {
        var numbers = new LinkedHashMap<String, Integer>();
        shares.forEach((name, share) -> numbers.put(name.text(), share.value()));
        if (!numbers.isEmpty()) {
            keys.put(key, numbers);
        }
    }

    private static Map<String, Object> keysOf(EndpointSpec endpoint) {
        boolean kubernetes = endpoint.kind() == EndpointKind.KUBERNETES;
        var keys = new LinkedHashMap<String, Object>();
        keys.put("$schema", SCHEMAS + (kubernetes ? "kubernetes" : "managed") + "OnlineEndpoint.schema.json");
        keys.put("name", endpoint.name().text());
        if (kubernetes) {
            // The cluster's own name is not kept; some name must stand there for it to be a Kubernetes endpoint.
            keys.put("compute", "azureml:kubernetes");
        }
        keys.put("auth_mode", endpoint.auth().wireName());
        putLabels(keys, endpoint.labels());
        return keys;
    }

    public static String write(DeploymentSpec deployment) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("$schema", SCHEMAS + "managedOnlineDeployment.schema.json");
        keys.put("name", deployment.id().deployment().text());
        keys.put("endpoint_name", deployment.id().endpoint().text());
        putLabels(keys, deployment.labels());
        putModel(keys, deployment.model());
        if (deployment.code() instanceof CodeSource.Folder code) {
            keys.put("code_configuration", code(code));
        }
        keys.put("environment", environment(deployment.environment()));
        putUnlessEmpty(keys, "environment_variables", deployment.environmentVariables());
        keys.put("instance_type", deployment.instanceType().name());
        keys.put("instance_count", deployment.instanceCount());
        keys.put("request_settings", requests(deployment.requests()));
        keys.put("liveness_probe", probe(deployment.liveness()));
        keys.put("readiness_probe", probe(deployment.readiness()));
        return yaml(keys);
    }

    private static void putLabels(Map<String, Object> keys, Labels labels) {
        putUnlessEmpty(keys, "description", labels.description());
        putUnlessEmpty(keys, "tags", labels.tags());
        putUnlessEmpty(keys, "properties", labels.properties());
    }

    private static void putModel(Map<String, Object> keys, ModelSource model) {
        if (model instanceof ModelSource.Registered registered) {
            keys.put("model", registered.reference());
        } else if (model instanceof ModelSource.Files files) {
            var inline = new LinkedHashMap<String, Object>();
            putUnlessEmpty(inline, "name", files.name());
            putUnlessEmpty(inline, "version", files.version());
            inline.put("path", files.path());
            keys.put("model", inline);
        }
    }

    private static Map<String, Object> code(CodeSource.Folder code) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("code", code.folder());
        keys.put("scoring_script", code.script());
        return keys;
    }

    private static Object environment(EnvironmentSource environment) {
        var keys = new LinkedHashMap<String, Object>();
        if (environment instanceof EnvironmentSource.Registered registered) {
            return registered.reference();
        } else if (environment instanceof EnvironmentSource.Image plain) {
            keys.put("image", plain.image());
        } else if (environment instanceof EnvironmentSource.Conda conda) {
            keys.put("image", conda.image());
            if (conda.packages() instanceof CondaFile.At file) {
                keys.put("conda_file", file.path());
            }
        } else if (environment instanceof EnvironmentSource.Build build) {
            var from = new LinkedHashMap<String, Object>();
            from.put("path", build.folder());
            from.put("dockerfile_path", build.dockerfile());
            keys.put("build", from);
        }
        return keys;
    }

    private static Map<String, Object> requests(RequestSettings settings) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("request_timeout_ms", settings.timeout().toMillis());
        keys.put("max_concurrent_requests_per_instance", settings.maxConcurrentPerInstance());
        return keys;
    }

    private static Map<String, Object> probe(Probe probe) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("initial_delay", probe.initialDelay().toSeconds());
        keys.put("period", probe.period().toSeconds());
        keys.put("timeout", probe.timeout().toSeconds());
        keys.put("success_threshold", probe.successThreshold());
        keys.put("failure_threshold", probe.failureThreshold());
        return keys;
    }

    private static void putUnlessEmpty(Map<String, Object> keys, String key, String text) {
        if (!text.isEmpty()) {
            keys.put(key, text);
        }
    }

    private static void putUnlessEmpty(Map<String, Object> keys, String key, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            keys.put(key, texts);
        }
    }

    private static String yaml(Map<String, Object> keys) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        // The other style writes an unprintable text as binary, which the cloud's client would not read as text.
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        return new Yaml(new ExactTexts(options), options).dump(keys);
    }

    /** Escapes the line breaks that a YAML reader would turn into a plain newline: a carriage return is the user's. */
    private static final class ExactTexts extends Representer {

        private static final Pattern OTHER_BREAKS = Pattern.compile("[\\r\\x85\\u2028\\u2029]");

        ExactTexts(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String text, DumperOptions.ScalarStyle style) {
            boolean exact = OTHER_BREAKS.matcher(text).find();
            return super.representScalar(tag, text, exact ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : style);
        }
    }
}
