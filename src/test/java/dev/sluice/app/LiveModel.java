package dev.sluice.app;

import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Load;
import dev.sluice.demo.Sample;
import dev.sluice.domain.RequestSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The sample's blue model with all live traffic, and requests to it. */
final class LiveModel {

    static final int REQUESTS_A_SECOND = 500;

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

    static Load load(HttpClient client, RolloutControl control) throws Exception {
        var name = SAMPLE.endpoint().name();
        var uri = control.fleet()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS)
                .endpoint(name)
                .orElseThrow()
                .scoringUri();
        var key = control.credentials(name).toCompletableFuture().get(30, TimeUnit.SECONDS);
        return new Load(client, URI.create(uri), key.bearer().reveal(), SAMPLE.request()).start(REQUESTS_A_SECOND);
    }
}
