package dev.sluice.manifest;

import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Resources;
import dev.sluice.domain.Resources.Share;
import dev.sluice.domain.ServingRoutes;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** What files say that has no effect here: each such key, now and then. */
final class RandomKeys {

    /** What {@code resources} ask for where they are among the keys. */
    static final Resources RESOURCES =
            new Resources(new Share(0.1, Optional.of(0.5)), new Share(1024, Optional.empty()));

    private static final String USUAL_ROUTES = "{\"liveness_route\":{\"port\":5001,\"path\":\"/\"},"
            + "\"readiness_route\":{\"port\":5001,\"path\":\"/\"},"
            + "\"scoring_route\":{\"port\":5001,\"path\":\"/score\"}}";

    private final Random random;
    private final TreeMap<String, String> json = new TreeMap<>();

    RandomKeys(Random random) {
        this.random = random;
    }

    CloudKeys endpoint(EndpointKind kind) {
        maybe("identity", "{\"type\":\"user_assigned\",\"user_assigned_identities\":[{\"resource_id\":\"/x: y\"}]}");
        if (kind == EndpointKind.KUBERNETES) {
            json.put("compute", "\"azureml:größe\"");
        } else {
            maybe("public_network_access", "\"disabled\"");
        }
        return new CloudKeys(json);
    }

    CloudKeys deployment(EndpointKind kind, ModelSource model, EnvironmentSource environment) {
        maybe("app_insights_enabled", "true");
        maybe("request_settings.max_queue_wait_ms", "500");
        if (kind == EndpointKind.KUBERNETES) {
            maybe(
                    "resources",
                    "{\"requests\":{\"cpu\":\"0.1\",\"memory\":\"1Gi\",\"nvidia.com/gpu\":\"1\"},\"limits\":{\"cpu\":\"0.50\"}}");
            maybe("scale_settings", "{\"type\":\"TargetUtilization\",\"min_instances\":0,\"max_instances\":3}");
        } else {
            maybe("egress_public_network_access", "\"Enabled\"");
            maybe("private_network_connection", "false");
            maybe("scale_settings", "{\"type\":\"default\"}");
        }
        if (model instanceof ModelSource.Files) {
            maybe(
                    "model.flavors",
                    "{\"python_function\":{\"env\":null,\"python_version\":3.10,\"loader_module\":\"\u2028\"}}");
            maybe("model.tags", "{\"<<\":\"~\",\"\":\"\\r\\n\",\"date\":\"2024-01-01\",\"small\":0.0000000010}");
        }
        if (!(environment instanceof EnvironmentSource.None || environment instanceof EnvironmentSource.Registered)) {
            maybe("environment.name", "\"yes\"");
            maybe("environment.version", "3");
            maybe("environment.os_type", "\"Linux\"");
            if (environment.routes().equals(ServingRoutes.DEFAULT)) {
                maybe("environment.inference_config", USUAL_ROUTES);
            }
        }
        return new CloudKeys(json);
    }

    private void maybe(String place, String value) {
        if (random.nextInt(3) == 0) {
            json.put(place, value);
        }
    }
}
