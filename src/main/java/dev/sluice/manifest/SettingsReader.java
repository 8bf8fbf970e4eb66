package dev.sluice.manifest;

import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.Probe;
import dev.sluice.domain.RequestSettings;
import java.time.Duration;

/** Reads a deployment's numbers: its request settings and probes (reference 1.3, 1.6). */
final class SettingsReader {

    private static final int ANY = Integer.MAX_VALUE;

    private SettingsReader() {}

    static RequestSettings requests(Section deployment, EndpointKind kind) {
        var defaults = RequestSettings.DEFAULT;
        return deployment
                .value("request_settings")
                .flatMap(Value::section)
                .map(settings -> {
                    int longest = (int) RequestSettings.longestTimeout(kind).toMillis();
                    int timeout = settings.integer("request_timeout_ms", 1, longest, (int)
                            defaults.timeout().toMillis());
                    int concurrent = settings.integer(
                            "max_concurrent_requests_per_instance", 1, ANY, defaults.maxConcurrentPerInstance());
                    settings.withoutEffect("max_queue_wait_ms", value -> value.integer(0, longest), queueing(kind));
                    settings.finish();
                    return new RequestSettings(Duration.ofMillis(timeout), concurrent);
                })
                .orElse(defaults);
    }

    private static String queueing(EndpointKind kind) {
        return kind == EndpointKind.MANAGED
                ? "it is no longer used by managed deployments; the time in the queue counts into request_timeout_ms"
                : "a cluster gives up a request that has waited as long; here the time in the queue counts into"
                        + " request_timeout_ms";
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

    private static Duration seconds(Section probe, String key, Duration otherwise) {
        return Duration.ofSeconds(probe.integer(key, 1, ANY, (int) otherwise.toSeconds()));
    }
}
