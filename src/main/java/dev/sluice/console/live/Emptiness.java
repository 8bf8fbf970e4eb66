package dev.sluice.console.live;

import static java.util.stream.Collectors.toMap;

import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.EndpointView;
import java.util.Arrays;
import java.util.Map;

/** Why there is nothing to see, and what would change that. */
final class Emptiness {

    private Emptiness() {}

    /** Of each chart, until the first samples are there. */
    static Map<Chart, String> ofUnreadCharts() {
        return ofAllCharts("live.empty.loading");
    }

    /** Of each chart, when none will come any more. */
    static Map<Chart, String> ofLostCharts() {
        return ofAllCharts("live.empty.not-read");
    }

    private static Map<Chart, String> ofAllCharts(String key) {
        return Arrays.stream(Chart.values()).collect(toMap(chart -> chart, chart -> Messages.of(key)));
    }

    /** Of the whole page; empty if charts can be shown. */
    static String ofPage(EndpointView endpoint, LiveFrame frame) {
        return endpoint.deployments().isEmpty() && frame.lines().isEmpty()
                ? Messages.of("live.empty.no-deployment")
                : "";
    }

    /** Of each chart; empty if something is on it. */
    static Map<Chart, String> ofCharts(EndpointView endpoint, LiveFrame frame) {
        return Arrays.stream(Chart.values()).collect(toMap(chart -> chart, chart -> of(chart, endpoint, frame)));
    }

    private static String of(Chart chart, EndpointView endpoint, LiveFrame frame) {
        if (frame.hasAnythingOn(chart)) {
            return "";
        }
        return switch (chart) {
            case LATENCY, RATE -> requests(endpoint);
            case ERRORS -> Messages.of("live.empty.no-errors");
            case SHARES -> Messages.of("live.empty.no-shares");
            case PROCESSOR, MEMORY -> instances(endpoint);
        };
    }

    private static String requests(EndpointView endpoint) {
        return Messages.of(
                endpoint.routing().traffic().total() == 0 ? "live.empty.no-traffic" : "live.empty.no-requests");
    }

    private static String instances(EndpointView endpoint) {
        boolean none = endpoint.deployments().stream()
                .allMatch(deployment -> deployment.instances().isEmpty());
        return Messages.of(none ? "live.empty.no-instance" : "live.empty.no-usage");
    }
}
