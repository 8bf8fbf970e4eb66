package dev.sluice.console.overview;

import dev.sluice.console.overview.EndpointOverviewViewModel.Pin;

/** The command that sends one request to an endpoint from a terminal. */
final class CurlLine {

    private CurlLine() {}

    /** {@code bearer} is the secret itself when copied, dots when shown. */
    static String of(String uri, String bearer, Pin pin) {
        var header = pin instanceof Pin.To to ? " \\\n  -H 'azureml-model-deployment: " + to.deployment() + "'" : "";
        return "curl " + uri + " \\\n  -H 'Authorization: Bearer " + bearer + "' \\\n"
                + "  -H 'Content-Type: application/json'" + header + " \\\n  --data @sample-request.json";
    }
}
