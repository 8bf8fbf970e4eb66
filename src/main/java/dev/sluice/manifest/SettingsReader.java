package dev.sluice.manifest;

import dev.sluice.domain.Probe;
import dev.sluice.domain.Problem;
import dev.sluice.domain.RequestSettings;
import java.time.Duration;
import java.util.List;

/** Reads a deployment's numbers: its request settings, probes and scale settings (reference 1.3, 1.6). */
final class SettingsReader {

    private static final int ANY = Integer.MAX_VALUE;

    private SettingsReader() {}

    static RequestSettings requests(Section deployment) {
        var defaults = RequestSettings.DEFAULT;
        return deployment
                .value("request_settings")
                .flatMap(Value::section)
                .map(settings -> {
                    int longest = (int) RequestSettings.LONGEST_TIMEOUT.toMillis();
                    int timeout = settings.integer("request_timeout_ms", 1, longest, (int)
                            defaults.timeout().toMillis());
                    int concurrent = settings.integer(
                            "max_concurrent_requests_per_instance", 1, ANY, defaults.maxConcurrentPerInstance());
                    settings.withoutEffect(
                            "max_queue_wait_ms",
                            value -> value.integer(0, ANY),
                            "the time in the queue counts into request_timeout_ms");
                    settings.finish();
                    return new RequestSettings(Duration.ofMillis(timeout), concurrent);
                })
                .orElse(defaults);
    }

    /** @param mostSuccesses the highest success_threshold: the cloud fixes it at 1 for liveness (reference 1.6) */
    static Probe probe(Section deployment, String key, int mostSuccesses) {
        var defaults = Probe.DEFAULT;
        return deployment
                .value(key)
                .flatMap(Value::section)
                .map(probe -> {
                    var read = new Probe(
                            seconds(probe, "initial_delay", defaults.initialDelay()),
                            seconds(probe, "period", defaults.period()),
                            seconds(probe, "timeout", defaults.timeout()),
                            probe.integer("success_threshold", 1, mostSuccesses, defaults.successThreshold()),
                            probe.integer("failure_threshold", 1, ANY, defaults.failureThreshold()));
                    probe.finish();
                    return read;
                })
                .orElse(defaults);
    }

    /** Instances are set by {@code instance_count} alone here; that a managed deployment cannot scale itself is a rule. */
    static void scale(Section deployment, boolean kubernetes) {
        deployment.withoutEffect(
                "scale_settings",
                value -> value.section().ifPresent(scale -> {
                    scale.value("type").ifPresent(type -> scaleType(type, kubernetes));
                    List.of("min_instances", "max_instances", "target_utilization_percentage", "polling_interval")
                            .forEach(key -> scale.value(key).ifPresent(number -> number.integer(0, ANY)));
                    scale.finish();
                }),
                "deployments do not scale by themselves here; instance_count holds");
    }

    private static void scaleType(Value type, boolean kubernetes) {
        type.choice(CloudOnly.words("default", "target_utilization"))
                .filter(chosen -> chosen.equals("target_utilization") && !kubernetes)
                .ifPresent(chosen -> type.refuse(
                        Problem.Code.NOT_SUPPORTED,
                        "only Kubernetes deployments scale by utilization",
                        "write 'default', or 'type: kubernetes' for the deployment"));
    }

    private static Duration seconds(Section probe, String key, Duration otherwise) {
        return Duration.ofSeconds(probe.integer(key, 1, ANY, (int) otherwise.toSeconds()));
    }
}
