package dev.sluice.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AssetReference;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.LocalWorkspace;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Probe;
import dev.sluice.domain.Problem;
import dev.sluice.domain.RequestSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A deployment as the cloud prints it. */
final class DeploymentShape {

    private DeploymentShape() {}

    static ObjectNode of(DeploymentView deployment) {
        var spec = deployment.spec();
        boolean managed = spec.kind() == EndpointKind.MANAGED;
        var shape = Shapes.JSON.objectNode();
        shape.put("name", spec.id().deployment().text());
        shape.put("endpoint_name", spec.id().endpoint().text());
        shape.put("id", LocalWorkspace.idOf(spec.id()));
        shape.put("resourceGroup", LocalWorkspace.NAME);
        shape.put("type", managed ? "managed" : "kubernetes");
        shape.put("provisioning_state", deployment.state().provisioningState());
        Described.labels(shape, spec.labels());
        failure(shape.withObject("/properties"), deployment.state());
        made(shape, spec, deployment.madeOf());
        settings(shape, spec);
        shape.put("app_insights_enabled", false);
        shape.set("scale_settings", Shapes.JSON.objectNode().put("type", managed ? "default" : "target_utilization"));
        if (managed) {
            shape.put("egress_public_network_access", "enabled");
        }
        Described.cloud(shape, spec.cloud());
        return shape;
    }

    /** The cloud tells a failure once, where it was waited for; here it can also be looked up. */
    private static void failure(ObjectNode properties, DeploymentState state) {
        if (state instanceof DeploymentState.Failed failed) {
            failure(properties, failed.problem(), failed.lastLines());
        } else if (state instanceof DeploymentState.UpdateFailed failed) {
            failure(properties, failed.problem(), failed.lastLines());
        }
    }

    private static void failure(ObjectNode properties, Problem problem, List<String> lastLines) {
        properties.put("sluice_failure", problem.sentence());
        properties.put("sluice_failure_code", CloudCode.of(problem.code()));
        properties.put("sluice_failure_log", String.join("\n", lastLines));
    }

    /** What of the registry serves, once that is known; what the user has written until then. */
    private static void made(ObjectNode shape, DeploymentSpec spec, Pins pins) {
        pins.of(AssetKind.MODEL)
                .ifPresentOrElse(model -> shape.put("model", reference(model)), () -> model(shape, spec.model()));
        pins.of(AssetKind.ENVIRONMENT)
                .ifPresentOrElse(
                        environment -> shape.put("environment", reference(environment)),
                        () -> environment(shape, spec.environment()));
        if (!spec.modelMount().isEmpty()) {
            shape.put("model_mount_path", spec.modelMount());
        }
        code(spec.code(), pins)
                .ifPresent(code -> shape.set(
                        "code_configuration",
                        Shapes.JSON
                                .objectNode()
                                .put("code", code)
                                .put("scoring_script", spec.code().script())));
    }

    private static Optional<String> code(CodeSource source, Pins pins) {
        if (source instanceof CodeSource.Folder folder) {
            return Optional.of(
                    pins.of(AssetKind.CODE).map(DeploymentShape::reference).orElse(folder.folder()));
        } else if (source instanceof CodeSource.Registered registered) {
            return Optional.of(reference(AssetKind.CODE, registered.reference()));
        }
        return Optional.empty();
    }

    private static void model(ObjectNode shape, ModelSource model) {
        if (model instanceof ModelSource.Registered registered) {
            shape.put("model", reference(AssetKind.MODEL, registered.reference()));
        } else if (model instanceof ModelSource.Files files) {
            var inline = shape.putObject("model").put("path", files.path());
            inline.put("type", files.type().wireName());
            if (!files.name().isEmpty()) {
                inline.put("name", files.name());
            }
            if (!files.version().isEmpty()) {
                inline.put("version", files.version());
            }
        }
    }

    private static void environment(ObjectNode shape, EnvironmentSource environment) {
        if (environment instanceof EnvironmentSource.Registered registered) {
            shape.put("environment", reference(AssetKind.ENVIRONMENT, registered.reference()));
        } else if (!(environment instanceof EnvironmentSource.None)) {
            EnvironmentShape.put(shape.putObject("environment"), environment);
        }
    }

    private static String reference(AssetKind kind, String text) {
        return AssetReference.parse(text)
                .filter(AssetReference.Exact.class::isInstance)
                .map(AssetReference.Exact.class::cast)
                .map(exact -> reference(new AssetId(kind, exact.name(), exact.version())))
                .orElse(text);
    }

    private static String reference(AssetId asset) {
        return "azureml:" + LocalWorkspace.idOf(asset);
    }

    private static void settings(ObjectNode shape, DeploymentSpec spec) {
        shape.set("environment_variables", Described.texts(spec.environmentVariables()));
        shape.put("instance_type", spec.instanceType().name());
        shape.put("instance_count", spec.instanceCount());
        shape.set("request_settings", requests(spec.requests()));
        shape.set("liveness_probe", probe(spec.liveness()));
        shape.set("readiness_probe", probe(spec.readiness()));
        if (!spec.collection().equals(DataCollection.NONE)) {
            shape.set("data_collector", collector(spec.collection()));
        }
    }

    private static ObjectNode requests(RequestSettings settings) {
        return Shapes.JSON
                .objectNode()
                .put("request_timeout_ms", settings.timeout().toMillis())
                .put("max_concurrent_requests_per_instance", settings.maxConcurrentPerInstance());
    }

    /** In whole seconds: the cloud's service speaks of ISO 8601 durations, its command line does not. */
    private static ObjectNode probe(Probe probe) {
        return Shapes.JSON
                .objectNode()
                .put("initial_delay", probe.initialDelay().toSeconds())
                .put("period", probe.period().toSeconds())
                .put("timeout", probe.timeout().toSeconds())
                .put("success_threshold", probe.successThreshold())
                .put("failure_threshold", probe.failureThreshold());
    }

    private static ObjectNode collector(DataCollection collection) {
        var shape = Shapes.JSON.objectNode();
        var collections = shape.putObject("collections");
        collection.collections().forEach((name, of) -> {
            var one = collections.putObject(name).put("enabled", String.valueOf(of.enabled()));
            if (!of.data().isEmpty()) {
                one.set("data", Described.parsed(of.data()));
            }
        });
        shape.put("sampling_rate", collection.samplingRate());
        shape.put("rolling_rate", collection.rolling().name().toLowerCase(Locale.ROOT));
        if (!collection.headers().isEmpty()) {
            var headers = shape.putObject("request_logging").putArray("capture_headers");
            collection.headers().forEach(headers::add);
        }
        return shape;
    }
}
