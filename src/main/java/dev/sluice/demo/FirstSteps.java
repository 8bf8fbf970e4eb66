package dev.sluice.demo;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Teller.Scene;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;

/**
 * Sets the sample up for a person to play with: blue serves, green waits at 0 %, and a client sends requests until the
 * endpoint is deleted. Blocks the thread that runs it.
 */
public final class FirstSteps {

    private static final int STEPS = 3;
    private static final int REQUESTS_A_SECOND = 20;

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
        stage.applied(stage.control().createEndpoint(sample.endpoint()));
        stage.applied(stage.control().createDeployment(sample.blue(), InitialTraffic.ALL));
        ready(sample.blue().id());
        try (var load = stage.load(endpoint, sample.request()).start(REQUESTS_A_SECOND)) {
            teller.step(
                    2, STEPS, Scene.LIVE, "A client sends " + REQUESTS_A_SECOND + " requests a second; deploy green");
            stage.applied(stage.control().createDeployment(sample.green(), InitialTraffic.NONE));
            ready(sample.green().id());
            teller.step(
                    3, STEPS, Scene.TRAFFIC, "Your turn: give green a share of the traffic, and watch the Live page");
            stage.whileThere(() -> {
                // Nobody asks for these accounts: one that were kept would grow as long as the sample runs.
                load.turnPage();
                return stage.fleet().endpoint(endpoint).isPresent();
            });
        }
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
