package dev.sluice.app;

import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a terminal is told about a runtime that is up.
 *
 * @param control where the control API is
 */
record RuntimeSheet(Path folder, long pid, URI control, Fleet fleet) {

    /** Where everything is, a line each. */
    List<String> places() {
        var runtime = fleet.runtime();
        return List.of(
                line("endpoints", "http://127.0.0.1:" + runtime.routerPort()),
                line(
                        "control API",
                        control + " (what it offers: /openapi.json there; each request shows the secret of "
                                + folder.resolve("control.json") + ")"),
                line("metrics", "http://127.0.0.1:" + runtime.metricsPort() + "/metrics"),
                line("engine", runtime.engineTitle()),
                line("state folder", folder.toString()),
                line("process", Long.toString(pid)));
    }

    /** Each endpoint with its deployments, a line each. */
    List<String> endpoints() {
        return fleet.endpoints().isEmpty()
                ? List.of(line("serves", "no endpoints yet"))
                : fleet.endpoints().stream()
                        .map(endpoint -> line("serves", endpoint.spec().name() + ": " + deployments(endpoint)))
                        .toList();
    }

    private static String deployments(EndpointView endpoint) {
        return endpoint.deployments().isEmpty()
                ? "no deployments"
                : endpoint.deployments().stream()
                        .map(deployment -> deployment.spec().id().deployment() + " "
                                + deployment.state().provisioningState().toLowerCase(Locale.ROOT) + " "
                                + endpoint.routing()
                                        .traffic()
                                        .shareOf(deployment.spec().id().deployment()))
                        .collect(Collectors.joining(", "));
    }

    private static String line(String what, String where) {
        return String.format(Locale.ROOT, "  %-13s %s", what, where);
    }
}
