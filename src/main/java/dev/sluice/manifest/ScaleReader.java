package dev.sluice.manifest;

import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.Problem;
import java.util.Optional;

/** Checks how a deployment is to scale by itself in the cloud (reference 1.3); here its instance count holds. */
final class ScaleReader {

    private static final String BY_ITSELF = "target_utilization";

    private ScaleReader() {}

    static void check(Section deployment, EndpointKind kind) {
        deployment.withoutEffect(
                "scale_settings",
                value -> value.section().ifPresent(scale -> settings(scale, kind)),
                "deployments do not scale by themselves here; instance_count holds");
    }

    private static void settings(Section scale, EndpointKind kind) {
        var type = scale.required("type").flatMap(value -> type(value, kind));
        if (type.filter("default"::equals).isEmpty()) {
            byUtilization(scale);
        }
        scale.finish();
    }

    private static void byUtilization(Section scale) {
        var least = number(scale, "min_instances", 0, Integer.MAX_VALUE);
        var most = scale.value("max_instances");
        most.flatMap(value -> value.integer(1, Integer.MAX_VALUE))
                .filter(count -> count < least.orElse(1))
                .ifPresent(count -> most.orElseThrow()
                        .refuse(
                                Problem.Code.BAD_VALUE,
                                "it is less than min_instances, which is " + least.orElse(1),
                                "raise it, or lower min_instances"));
        number(scale, "target_utilization_percentage", 1, 100);
        number(scale, "polling_interval", 1, Integer.MAX_VALUE);
    }

    private static Optional<Integer> number(Section scale, String key, int from, int to) {
        return scale.value(key).flatMap(value -> value.integer(from, to));
    }

    /** That a managed deployment cannot do so is said of its type alone, and not of each number as well. */
    private static Optional<String> type(Value type, EndpointKind kind) {
        var chosen = type.choice(CloudOnly.words("default", BY_ITSELF));
        chosen.filter(word -> word.equals(BY_ITSELF) && kind == EndpointKind.MANAGED)
                .ifPresent(word -> type.refuse(
                        Problem.Code.NOT_SUPPORTED,
                        "only Kubernetes deployments scale by utilization",
                        "write 'default', or 'type: kubernetes' for the deployment"));
        return chosen;
    }
}
