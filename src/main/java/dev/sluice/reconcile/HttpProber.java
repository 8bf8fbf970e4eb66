package dev.sluice.reconcile;

import dev.sluice.engine.Instance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Probes with a GET of the spot's path. */
public final class HttpProber implements Prober {

    private final HttpClient client;

    public HttpProber(HttpClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Finding> probe(Instance.Spot spot, Duration timeout) {
        var address = spot.address();
        var request = HttpRequest.newBuilder(URI.create(
                        "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + spot.path()))
                .timeout(timeout)
                .GET()
                .build();
        var asked = client.sendAsync(request, BodyHandlers.discarding());
        // The request's own timeout ends with the head of the answer; a body may go on for ever.
        return asked.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> asked.cancel(true))
                .handle((response, failure) -> failure != null
                        ? Finding.SILENT
                        : response.statusCode() == 200 ? Finding.READY : Finding.NOT_READY);
    }
}
