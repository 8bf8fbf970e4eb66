package dev.sluice.app;

import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.demo.Sample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Percent;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.TrafficSplit;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The sample's model six times under one endpoint, each with a share of the traffic. Blocks whoever asks. */
final class SampleFleet {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final RequestSettings ROOMY = new RequestSettings(Duration.ofSeconds(5), 8);
    private static final List<String> NAMES = List.of("blue", "green", "canary", "purple", "teal", "pink");
    private static final List<Integer> SHARES = List.of(40, 20, 15, 10, 10, 5);

    private final RolloutControl control;
    private final Sample sample;

    SampleFleet(RolloutControl control, Sample sample) {
        this.control = control.besideWhatRuns();
        this.sample = sample;
    }

    void createEndpoint() {
        applied(control.createEndpoint(sample.endpoint()));
    }

    /** Returns when all are ready and the traffic is split among them. */
    void deploy() throws Exception {
        for (var name : NAMES) {
            applied(control.createDeployment(named(name), InitialTraffic.NONE));
        }
        var ready = new CountDownLatch(1);
        var watch = control.watch(fleet -> {
            if (isReady(fleet)) {
                ready.countDown();
            }
        });
        try (watch) {
            if (!ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the sample's deployments are not ready after " + PATIENCE);
            }
        }
        applied(control.applyTraffic(sample.endpoint().name(), split()));
    }

    /** Where and with what key requests are sent, in words for whoever sends them. */
    String address() throws Exception {
        var found = new CompletableFuture<String>();
        var watch = control.watch(fleet ->
                fleet.endpoint(sample.endpoint().name()).ifPresent(endpoint -> found.complete(endpoint.scoringUri())));
        try (watch) {
            var uri = URI.create(found.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            var key = control.credentials(sample.endpoint().name())
                    .toCompletableFuture()
                    .join()
                    .bearer()
                    .reveal();
            return "port=" + uri.getPort() + " path=" + uri.getPath() + " key=" + key;
        }
    }

    private DeploymentSpec named(String name) {
        var like = sample.blue();
        return like.draft()
                .id(new DeploymentId(sample.endpoint().name(), new DeploymentName(name)))
                .instanceCount(1)
                .requests(ROOMY)
                .done();
    }

    private static boolean isReady(Fleet fleet) {
        var all = fleet.endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .toList();
        return all.size() == NAMES.size()
                && all.stream().allMatch(deployment -> deployment.state() instanceof DeploymentState.Succeeded);
    }

    private static TrafficSplit split() {
        var split = TrafficSplit.NONE;
        for (int i = 0; i < NAMES.size(); i++) {
            split = split.with(new DeploymentName(NAMES.get(i)), new Percent(SHARES.get(i)));
        }
        return split;
    }

    private static void applied(CompletionStage<Outcome> command) {
        if (command.toCompletableFuture().join() instanceof Outcome.Refused refused) {
            throw new IllegalStateException("refused: " + refused.problems());
        }
    }
}
