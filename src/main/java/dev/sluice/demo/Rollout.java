package dev.sluice.demo;

import dev.sluice.control.Answer;
import dev.sluice.control.Fleet.Condition;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.demo.Teller.Scene;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.Tolerance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * The safe rollout of the cloud's article, by itself: two models, from all traffic on blue to all traffic on green,
 * under load, with each step's claim checked. Blocks the thread that runs it, which must not be the UI's.
 */
public final class Rollout {

    private static final int STEPS = 9;
    private static final int REQUESTS_A_SECOND = 40;

    private final Stagehand stage;
    private final Sample sample;
    private final Teller teller;
    private final EndpointName endpoint;
    private final DeploymentName blue;
    private final DeploymentName green;

    public Rollout(Stagehand stage, Sample sample, Teller teller) {
        this.stage = stage;
        this.sample = sample;
        this.teller = teller;
        this.endpoint = sample.endpoint().name();
        this.blue = sample.blue().id().deployment();
        this.green = sample.green().id().deployment();
    }

    /** @throws DemoFailed at the first step whose claim does not hold */
    public void run() {
        createEndpoint();
        deployBlue();
        try (var load = stage.load(endpoint, sample.request()).start(REQUESTS_A_SECOND)) {
            invoke();
            scale(load);
            deployGreen(load);
            mirror(load);
            shift(load);
            deleteBlue(load);
        }
        deleteEndpoint();
        stage.pause();
        teller.end(true, "From blue to green without a failed request: every step held.");
        stage.pause();
    }

    private void createEndpoint() {
        teller.step(1, STEPS, Scene.OVERVIEW, "Create the endpoint " + endpoint);
        stage.applied(stage.control().createEndpoint(sample.endpoint()));
        teller.fact("it answers at " + stage.scoringUri(endpoint) + ", and has no deployment yet");
        teller.fact("metrics for Prometheus are at " + stage.metricsUri());
        stage.pause();
    }

    private void deployBlue() {
        teller.step(2, STEPS, Scene.OVERVIEW, "Deploy blue and give it all live traffic");
        var took = deploy(sample.blue(), InitialTraffic.ALL);
        teller.fact("blue is ready after " + seconds(took) + " with 100 % of the live traffic");
        stage.pause();
    }

    private void invoke() {
        teller.step(3, STEPS, Scene.INVOKE, "Invoke the endpoint by its traffic rules");
        var answer = send(new Target.ByTraffic());
        stage.holds(answer.answeredBy().equals(blue.text()), "blue answers, not '" + answer.answeredBy() + "'");
        teller.fact("blue answered " + text(answer) + " in " + answer.latency().toMillis() + " ms");
        teller.fact("from here on a client sends " + REQUESTS_A_SECOND + " requests a second");
        stage.pause();
    }

    private void scale(Load load) {
        teller.step(4, STEPS, Scene.OVERVIEW, "Scale blue to two instances and back, under load");
        load.turnPage();
        scaleTo(2);
        teller.fact("two instances serve");
        stage.pause();
        scaleTo(1);
        var page = stage.settled(load);
        only(page, blue);
        teller.fact("the surplus instance drained and stopped: " + page.summary());
    }

    private void deployGreen(Load load) {
        teller.step(5, STEPS, Scene.OVERVIEW, "Deploy green with no live traffic, and ask it alone");
        var took = deploy(sample.green(), InitialTraffic.NONE);
        var pinned = send(new Target.Pinned(green));
        stage.holds(pinned.answeredBy().equals(green.text()), "the pinned request is green's");
        only(stage.settled(load), blue);
        teller.fact("green is ready after " + seconds(took) + "; pinned, it answers " + text(pinned));
        teller.fact("all live answers were still blue's");
        stage.pause();
    }

    private void mirror(Load load) {
        teller.step(6, STEPS, Scene.TRAFFIC, "Mirror 10 % of the live traffic to green");
        load.turnPage();
        stage.applied(stage.control().applyMirror(endpoint, Mirror.to(green, new Percent(10))));
        stage.until("20 copies", () -> stage.endpoint(endpoint).mirror().answered() >= 20);
        var page = stage.settled(load);
        var ledger = stage.endpoint(endpoint).mirror();
        only(page, blue);
        stage.holds(ledger.balances() && ledger.failed() == 0, "every copy is accounted for: " + ledger);
        teller.fact(
                ledger.answered() + " copies answered by green and dropped; clients saw only blue: " + page.summary());
        tellAgreement();
        stage.applied(stage.control().applyMirror(endpoint, Mirror.off()));
        stage.pause();
    }

    private void tellAgreement() {
        stage.until("20 answers to be compared", () -> {
            var now = stage.await(stage.control().agreement(endpoint));
            return now.compared() + now.skipped() >= 20;
        });
        var agreement = stage.await(stage.control().agreement(endpoint));
        long far = agreement.differing(Tolerance.TEN_PERCENT, Set.of());
        teller.fact("green's predictions are within 10 % of blue's in " + (agreement.compared() - far) + " of "
                + agreement.compared() + " answers that were compared");
    }

    private void shift(Load load) {
        teller.step(7, STEPS, Scene.LIVE, "Shift 10 % of the live traffic to green, then all of it");
        stage.applied(stage.control()
                .applyTraffic(
                        endpoint,
                        TrafficSplit.allTo(blue).with(blue, new Percent(90)).with(green, new Percent(10))));
        load.turnPage();
        stage.until("200 answers", () -> load.page().answered() >= 200);
        var page = stage.settled(load);
        noneFailed(page);
        // In flight while the account's page was turned: as many as a moment's requests may be a page off.
        stage.holds(
                Math.abs(page.answeredBy(green.text()) - page.answered() / 10.0) <= 2,
                "green answers one in ten: " + page.summary());
        teller.fact("at 90/10: " + page.summary());
        stage.pause();
        stage.applied(stage.control().applyTraffic(endpoint, TrafficSplit.allTo(green)));
        load.turnPage();
        stage.until("100 answers", () -> load.page().answered() >= 100);
        page = stage.settled(load);
        only(page, green);
        teller.fact("at 0/100: " + page.summary());
        stage.pause();
    }

    private void deleteBlue(Load load) {
        teller.step(8, STEPS, Scene.OVERVIEW, "Delete blue");
        stage.applied(stage.control().deleteDeployment(sample.blue().id()));
        stage.until("blue gone", () -> stage.endpoint(endpoint).deployment(blue).isEmpty());
        var page = stage.settled(load);
        only(page, green);
        teller.fact("blue is gone; green went on undisturbed: " + page.summary());
        stage.pause();
    }

    private void deleteEndpoint() {
        teller.step(9, STEPS, Scene.OVERVIEW, "Delete the endpoint with everything under it");
        stage.applied(stage.control().deleteEndpoint(endpoint));
        stage.until(
                "the endpoint gone",
                () -> stage.fleet().endpoint(endpoint).isEmpty()
                        && stage.fleet().jobs().stream().noneMatch(job -> job.isRunning()));
        teller.fact("nothing is left of it");
    }

    private Duration deploy(DeploymentSpec spec, InitialTraffic traffic) {
        long began = System.nanoTime();
        stage.applied(stage.control().createDeployment(spec, traffic));
        stage.until(spec.id() + " ready", () -> {
            var state = view(spec.id()).state();
            if (state instanceof DeploymentState.Failed failed) {
                throw new DemoFailed(failed.problem().sentence() + "\n" + String.join("\n", failed.lastLines()));
            }
            return state instanceof DeploymentState.Succeeded;
        });
        var note = view(spec.id()).environmentNote();
        if (!note.isEmpty()) {
            teller.fact(note);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void scaleTo(int count) {
        stage.applied(stage.control().scale(sample.blue().id(), count));
        stage.until(count + " instances", () -> {
            var instances = view(sample.blue().id()).instances();
            return instances.size() == count
                    && instances.stream().allMatch(instance -> instance.condition() == Condition.READY);
        });
    }

    private DeploymentView view(DeploymentId id) {
        return stage.fleet().deployment(id).orElseThrow(() -> new DemoFailed(id + " is gone"));
    }

    private Answer send(Target target) {
        var body = sample.request().getBytes(StandardCharsets.UTF_8);
        var answer = stage.await(stage.control().invoke(new Invocation(endpoint, target, "application/json", body)));
        stage.holds(answer.status() == 200, "status 200, not " + answer.status() + ": " + text(answer));
        return answer;
    }

    private void only(Account page, DeploymentName name) {
        noneFailed(page);
        stage.holds(page.answeredBy(name.text()) == page.answered(), "only " + name + " answers: " + page.summary());
    }

    private void noneFailed(Account page) {
        stage.holds(page.failures().isEmpty(), "no request fails: " + page.failures());
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String seconds(Duration took) {
        return String.format(java.util.Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
