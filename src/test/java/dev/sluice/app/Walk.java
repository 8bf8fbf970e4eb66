package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.demo.Sample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A user's steps for tests that need a rollout to be under way. */
final class Walk implements AutoCloseable {

    private final RolloutControl control;
    private final AutoCloseable watch;
    private volatile Fleet fleet = new Fleet(0, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of());

    Walk(RolloutControl control) {
        this.control = control.besideWhatRuns();
        watch = control.watch(newer -> fleet = newer);
    }

    /** Blue with all live traffic, green without. */
    void bringUp(Sample sample) throws Exception {
        accepted(control.createEndpoint(sample.endpoint()));
        accepted(control.createDeployment(sample.blue(), InitialTraffic.ALL));
        accepted(control.createDeployment(sample.green(), InitialTraffic.NONE));
        awaitReady(sample.blue().id());
        awaitReady(sample.green().id());
    }

    void accepted(CompletionStage<Outcome> command) throws Exception {
        assertThat(command.toCompletableFuture().get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Applied.class);
    }

    void awaitReady(DeploymentId id) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> fleet.deployment(id)
                        .map(view -> view.state() instanceof DeploymentState.Succeeded)
                        .orElse(false));
    }

    Fleet fleet() {
        return fleet;
    }

    List<String> instances(DeploymentId id) {
        return fleet.deployment(id).orElseThrow().instances().stream()
                .map(Fleet.InstanceView::name)
                .toList();
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
