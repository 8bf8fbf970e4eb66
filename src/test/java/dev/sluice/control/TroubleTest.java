package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around the runtime: engines that are slow or refuse, a disk that is full, listeners that throw. */
class TroubleTest {

    private static final Problem REFUSED =
            Problem.of(Problem.Code.ENGINE_UNAVAILABLE, "", "the engine will not", "ask it later");

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home"));
    private RuntimeUnderTest runtime;

    @BeforeEach
    void an_endpoint_is_there() throws Exception {
        runtime = new RuntimeUnderTest(engine, folder);
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));
    }

    @AfterEach
    void end() throws Exception {
        runtime.close();
        host.close();
    }

    @Test
    void a_listener_that_throws_stops_neither_the_runtime_nor_other_listeners() throws Exception {
        runtime.control.watch(fleet -> {
            throw new IllegalStateException("a broken view");
        });
        runtime.control.watchTraffic(DIABETES, sample -> {
            throw new IllegalStateException("a broken chart");
        });

        runtime.bringUp(BLUE, InitialTraffic.ALL);

        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
    }

    @Test
    void a_deployment_deleted_while_its_start_hangs_holds_up_no_other() throws Exception {
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        engine.hold(FakeEngine.Call.START);
        runtime.create(BLUE, InitialTraffic.NONE);
        await().until(() ->
                runtime.fleet().jobs().get(0).steps().stream().anyMatch(step -> step.phase() == Phase.START));

        runtime.ask(runtime.control.insteadOfWhatRuns().deleteDeployment(BLUE));
        runtime.ask(runtime.control.besideWhatRuns().deleteDeployment(GREEN));
        awaitGone(GREEN);

        engine.release(FakeEngine.Call.START);
        awaitGone(BLUE);
        assertThat(instances()).isZero();
    }

    @Test
    void a_deployment_deleted_before_anything_was_begun_for_it_is_gone_as_well() throws Exception {
        var bothAsked = new CountDownLatch(1);
        runtime.control.watch(fleet -> wait(bothAsked));
        var created = runtime.control.createDeployment(runtime.spec(BLUE), InitialTraffic.NONE);
        var deleted = runtime.control.insteadOfWhatRuns().deleteDeployment(BLUE);
        bothAsked.countDown();

        assertThat(runtime.ask(created)).isInstanceOf(Outcome.Applied.class);
        assertThat(runtime.ask(deleted)).isInstanceOf(Outcome.Applied.class);
        awaitGone(BLUE);
        await().until(() -> runtime.fleet().jobs().stream().noneMatch(Job::isRunning));
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void b1_an_endpoint_created_again_at_once_gets_a_deployment_of_the_old_name_when_the_old_one_is_gone()
            throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.hold(FakeEngine.Call.STOP);
        runtime.ask(runtime.control.deleteEndpoint(DIABETES));
        runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY)));

        var tooSoon = runtime.ask(runtime.control.createDeployment(runtime.spec(BLUE), InitialTraffic.ALL));
        assertThat(((Outcome.Refused) tooSoon).problems())
                .extracting(Problem::code)
                .containsExactly(Problem.Code.BUSY);
        engine.release(FakeEngine.Call.STOP);
        awaitGone(BLUE);

        runtime.bringUp(BLUE, InitialTraffic.ALL);
        var route = runtime.router.route(BLUE).orElseThrow();
        assertThat(route.gate().isDraining()).isFalse();
        assertThat(route.upstreams()).hasSize(1);
    }

    @Test
    void an_instance_that_cannot_be_stopped_gets_no_requests_meanwhile_and_is_tried_again() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.ask(runtime.control.scale(BLUE, 2));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        engine.refuse(FakeEngine.Call.STOP, REFUSED);

        runtime.ask(runtime.control.scale(BLUE, 1));
        await().until(() -> engine.refusals() > 0);
        await().during(Duration.ofMillis(300)).until(() -> engine.refusals() < 4);
        assertThat(runtime.router.upstreams(BLUE)).hasSize(1);
        assertThat(runtime.fleet().deployment(BLUE).orElseThrow().state()).isInstanceOf(DeploymentState.Scaling.class);

        engine.allow(FakeEngine.Call.STOP);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(instances()).isOne();
    }

    @Test
    void an_orderly_end_tries_again_to_stop_what_could_not_be_stopped() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.refuse(FakeEngine.Call.STOP, REFUSED);
        var stopped = runtime.embedded.stopInstances();
        await().until(() -> engine.refusals() > 0);
        engine.allow(FakeEngine.Call.STOP);

        runtime.get(stopped);

        assertThat(instances()).isZero();
    }

    @Test
    void an_instance_that_ends_while_it_is_being_stopped_is_no_failure() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.ask(runtime.control.scale(BLUE, 2));
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        engine.hold(FakeEngine.Call.STOP);
        runtime.ask(runtime.control.scale(BLUE, 1));
        await().until(() -> conditions(BLUE).contains(Fleet.Condition.DRAINING));
        var leaving = runtime.fleet().deployment(BLUE).orElseThrow().instances().stream()
                .filter(view -> view.condition() == Fleet.Condition.DRAINING)
                .findFirst()
                .orElseThrow();

        engine.ends(engine.instance(leaving.name()).id(), 0, "exit code 0");
        runtime.ask(runtime.control.insteadOfWhatRuns().scale(BLUE, 3));
        await().until(() -> engine.started().size() == 4);
        assertThat(conditions(BLUE)).doesNotContain(Fleet.Condition.ENDED);
        engine.release(FakeEngine.Call.STOP);
    }

    @Test
    void a_command_that_cannot_be_stored_is_refused_and_changes_nothing() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.NONE);
        var before = runtime.fleet();
        runtime.loseTheDisk();

        assertThat(runtime.ask(runtime.control.scale(BLUE, 2))).isInstanceOf(Outcome.Refused.class);
        assertThat(runtime.ask(runtime.control.deleteDeployment(BLUE))).isInstanceOf(Outcome.Refused.class);
        assertThat(runtime.ask(runtime.control.deleteEndpoint(DIABETES))).isInstanceOf(Outcome.Refused.class);
        var refused = runtime.ask(runtime.control.createDeployment(runtime.spec(GREEN), InitialTraffic.NONE));

        assertThat(((Outcome.Refused) refused).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("sluice.db"));
        assertThat(runtime.fleet().revision()).isEqualTo(before.revision());
        assertThat(runtime.fleet().deployment(BLUE).orElseThrow().state())
                .isInstanceOf(DeploymentState.Succeeded.class);
        assertThat(runtime.fleet().deployment(GREEN)).isEmpty();
        assertThat(runtime.fleet().jobs()).hasSameSizeAs(before.jobs());
    }

    @Test
    void a_deployment_that_becomes_ready_while_the_disk_is_full_is_ready_all_the_same() throws Exception {
        runtime.create(BLUE, InitialTraffic.ALL);
        await().until(() -> instances() == 1);
        runtime.loseTheDisk();

        engine.listens(engine.list().toCompletableFuture().join().get(0).id());

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
        assertThat(runtime.fleet().jobs().get(0).isRunning()).isFalse();
    }

    @Test
    void the_files_of_a_deployment_that_was_deleted_before_a_crash_are_removed() throws Exception {
        runtime.close();
        var left = Files.createDirectories(folder.resolve("home/deployments/diabetes/blue/1/app"));

        runtime = new RuntimeUnderTest(engine, folder);

        await().until(() -> !Files.exists(left));
        await().until(() -> !Files.exists(folder.resolve("home/deployments/diabetes")));
    }

    @Test
    void after_the_end_questions_fail_and_watches_are_given_up_in_silence() throws Exception {
        runtime.endLoop();

        assertThat(runtime.control.credentials(DIABETES).toCompletableFuture()).isCompletedExceptionally();
        assertThatCode(() -> {
                    runtime.control.watch(fleet -> {}).close();
                    runtime.control.watchTraffic(DIABETES, sample -> {}).close();
                    runtime.control.followLog(BLUE, 10, line -> {}).close();
                })
                .doesNotThrowAnyException();
    }

    private void awaitGone(DeploymentId id) {
        await().until(() -> runtime.fleet().deployment(id).isEmpty());
    }

    private int instances() {
        return engine.list().toCompletableFuture().join().size();
    }

    private List<Fleet.Condition> conditions(DeploymentId id) {
        return runtime.fleet().deployment(id).stream()
                .flatMap(view -> view.instances().stream())
                .map(Fleet.InstanceView::condition)
                .toList();
    }

    private TrafficSplit split() {
        return runtime.fleet().endpoint(DIABETES).orElseThrow().routing().traffic();
    }
}
