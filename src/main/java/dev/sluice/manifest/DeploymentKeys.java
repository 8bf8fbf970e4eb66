package dev.sluice.manifest;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Probe;
import dev.sluice.domain.RequestSettings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A deployment as its file has it, key by key. */
final class DeploymentKeys {

    private DeploymentKeys() {}

    static Map<String, Object> of(DeploymentSpec deployment) {
        var keys = new Keys();
        boolean kubernetes = deployment.kind() == EndpointKind.KUBERNETES;
        keys.put("$schema", CloudSchema.url((kubernetes ? "kubernetes" : "managed") + "OnlineDeployment"));
        keys.put("name", deployment.id().deployment().text());
        keys.put("endpoint_name", deployment.id().endpoint().text());
        if (kubernetes) {
            keys.put("type", "kubernetes");
        }
        keys.putLabels(deployment.labels());
        putModel(keys, deployment.model());
        keys.putUnlessEmpty("model_mount_path", deployment.modelMount());
        if (deployment.code() instanceof CodeSource.Folder code) {
            keys.put("code_configuration", code(code.folder(), code.script()));
        } else if (deployment.code() instanceof CodeSource.Registered code) {
            keys.put("code_configuration", code(code.reference(), code.script()));
        }
        EnvironmentKeys.of(deployment.environment()).ifPresent(environment -> keys.put("environment", environment));
        keys.putUnlessEmpty("environment_variables", deployment.environmentVariables());
        keys.put("instance_type", deployment.instanceType().name());
        keys.put("instance_count", deployment.instanceCount());
        keys.put("request_settings", requests(deployment.requests()));
        keys.put("liveness_probe", probe(deployment.liveness()));
        keys.put("readiness_probe", probe(deployment.readiness()));
        putCollector(keys, deployment.collection());
        keys.putCloud(deployment.cloud());
        return keys.map();
    }

    private static void putModel(Keys keys, ModelSource model) {
        if (model instanceof ModelSource.Registered registered) {
            keys.put("model", registered.reference());
        } else if (model instanceof ModelSource.Files files) {
            var inline = new Keys();
            inline.putUnlessEmpty("name", files.name());
            inline.putUnlessEmpty("version", files.version());
            inline.put("path", files.path());
            if (files.type() != ModelType.CUSTOM) {
                inline.put("type", files.type().wireName());
            }
            keys.put("model", inline.map());
        }
    }

    private static Map<String, Object> code(String code, String script) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("code", code);
        keys.put("scoring_script", script);
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

    private static void putCollector(Keys keys, DataCollection collection) {
        if (collection.equals(DataCollection.NONE)) {
            return;
        }
        var collector = new LinkedHashMap<String, Object>();
        var collections = new LinkedHashMap<String, Object>();
        collection.collections().forEach((name, of) -> collections.put(name, collection(of)));
        if (!collections.isEmpty()) {
            collector.put("collections", collections);
        }
        collector.put("sampling_rate", BigDecimal.valueOf(collection.samplingRate()));
        collector.put("rolling_rate", collection.rolling().name().toLowerCase(Locale.ROOT));
        if (!collection.headers().isEmpty()) {
            collector.put("request_logging", Map.of("capture_headers", collection.headers()));
        }
        keys.put("data_collector", collector);
    }

    /** The cloud's client takes no plain truth value here, only the word (reference 1.7). */
    private static Map<String, Object> collection(DataCollection.Collection collection) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("enabled", collection.enabled() ? "true" : "false");
        if (!collection.data().isEmpty()) {
            keys.put("data", NodeJson.values(collection.data()));
        }
        return keys;
    }
}
