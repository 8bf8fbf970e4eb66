package dev.sluice.app;

import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Sample;
import dev.sluice.domain.RequestSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The sample's blue model with all live traffic, and requests to it. */
final class LiveModel {

    private static final int REQUESTS_A_SECOND = 500;

    private static final Sample SAMPLE = Sample.in(DemoCommand.samples().resolve("diabetes"));

    /** What is counted is what gets lost, not how fast one model is on a machine that does much else. */
    private static final RequestSettings ROOMY = new RequestSettings(Duration.ofSeconds(60), 200);

    private LiveModel() {}

    static void bringUp(RolloutControl control) throws Exception {
        try (var user = new Walk(control)) {
            user.accepted(control.createEndpoint(SAMPLE.endpoint()));
            user.accepted(control.createDeployment(
                    SAMPLE.blue().draft().requests(ROOMY).done(), InitialTraffic.ALL));
            user.awaitReady(SAMPLE.blue().id());
        }
    }

    static SteadyRequests load(RolloutControl control) throws Exception {
        var name = SAMPLE.endpoint().name();
        var uri = control.fleet()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS)
                .endpoint(name)
                .orElseThrow()
                .scoringUri();
        var key = control.credentials(name).toCompletableFuture().get(30, TimeUnit.SECONDS);
        var request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key.bearer().reveal())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(SAMPLE.request()))
                .build();
        return SteadyRequests.start(REQUESTS_A_SECOND, request);
    }
}
