package dev.sluice.demo;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Teller.Scene;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;

/**
 * Sets the sample up for a person to play with: blue serves, green waits at 0 %, and a client sends requests until the
 * endpoint is deleted. What an earlier run has left of it is gone on with. Blocks the thread that runs it.
 */
public final class FirstSteps {

    private static final int STEPS = 3;
    private static final int REQUESTS_A_SECOND = 20;

    /** So many answers, at {@link #REQUESTS_A_SECOND}, are some seconds in which the charts can be seen to move. */
    private static final int ENOUGH_TO_WATCH = 100;

    private final Stagehand stage;
    private final Sample sample;
    private final Teller teller;

    public FirstSteps(Stagehand stage, Sample sample, Teller teller) {
        this.stage = stage;
        this.sample = sample;
        this.teller = teller;
    }

    /** @throws DemoFailed if something of the sample cannot be set up; what is there by then stays */
    public void run() {
        var endpoint = sample.endpoint().name();
        teller.step(1, STEPS, Scene.OVERVIEW, "Create the endpoint " + endpoint + " and deploy blue");
        createEndpoint();
        deploy(sample.blue(), InitialTraffic.ALL);
        teller.fact("blue is ready and serves");
        try (var load = stage.load(endpoint, sample.request()).start(REQUESTS_A_SECOND)) {
            teller.step(
                    2, STEPS, Scene.LIVE, "A client sends " + REQUESTS_A_SECOND + " requests a second; deploy green");
            deploy(sample.green(), InitialTraffic.NONE);
            teller.fact("green is ready");
            stage.until("moving charts", () -> load.page().answered() >= ENOUGH_TO_WATCH);
            teller.step(
                    3, STEPS, Scene.TRAFFIC, "Your turn: give green a share of the traffic, and watch the Live page");
            stage.whileThere(() -> {
                // Nobody asks for these accounts: one that were kept would grow as long as the sample runs.
                load.turnPage();
                return stage.fleet().endpoint(endpoint).isPresent();
            });
        }
    }

    private void createEndpoint() {
        var there = stage.known().endpoint(sample.endpoint().name());
        if (there.isEmpty()) {
            stage.applied(stage.control().createEndpoint(sample.endpoint()));
        } else if (!there.get().spec().equals(sample.endpoint())) {
            throw new DemoFailed("There is an endpoint " + sample.endpoint().name()
                    + " already, which is not the sample's. Delete it first, or go on with yours.");
        }
    }

    private void deploy(DeploymentSpec spec, InitialTraffic traffic) {
        if (stage.known().deployment(spec.id()).isEmpty()) {
            stage.applied(stage.control().createDeployment(spec, traffic));
        }
        ready(spec.id());
    }

    private void ready(DeploymentId id) {
        stage.until(id + " ready", () -> {
            var deployment = stage.fleet().deployment(id);
            deployment.ifPresent(view -> failIfFailed(view.state()));
            return deployment
                    .filter(view -> view.state() instanceof DeploymentState.Succeeded)
                    .isPresent();
        });
    }

    private static void failIfFailed(DeploymentState state) {
        if (state instanceof DeploymentState.Failed failed) {
            throw new DemoFailed(failed.problem().sentence() + "\n" + String.join("\n", failed.lastLines()));
        }
    }
}
