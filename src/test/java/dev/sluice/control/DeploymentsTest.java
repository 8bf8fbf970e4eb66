package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.engine.FakeEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How deployments come up, serve and end. */
@ParameterizedClass
@EnumSource
class DeploymentsTest extends FaceContract {

    @Test
    void all_traffic_goes_to_a_new_deployment_once_it_is_ready_and_not_before() throws Exception {
        runtime.create(BLUE, InitialTraffic.ALL);
        await().until(() -> engine.started().size() == 1);
        assertThat(split()).isEqualTo(TrafficSplit.NONE);

        engine.listens(onlyInstance());

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
        assertThat(runtime.router.upstreams(BLUE)).hasSize(1);
    }

    @Test
    void a_deployment_whose_script_fails_moves_no_traffic_and_shows_its_last_lines() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        engine.whenStarted(instance -> {});
        runtime.create(GREEN, InitialTraffic.ALL);
        await().until(() -> engine.started().size() == 2);
        var id = instanceOf(GREEN);

        engine.logs(id, "Traceback (most recent call last):");
        engine.logs(id, "E sluice.boot - UserScriptInitFailed: KeyError: 'weights' (score.py:7)");
        engine.ends(id, 3, "exit code 3");

        runtime.awaitState(GREEN, DeploymentState.Failed.class);
        var failed = (DeploymentState.Failed)
                runtime.fleet().deployment(GREEN).orElseThrow().state();
        assertThat(failed.problem().code()).isEqualTo(Problem.Code.USER_SCRIPT_INIT_FAILED);
        assertThat(failed.problem().message()).contains("KeyError: 'weights'");
        assertThat(failed.lastLines()).contains("Traceback (most recent call last):");
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
        await().untilAsserted(
                        () -> assertThat(engine.list().toCompletableFuture().join())
                                .as("what is left of the instances")
                                .hasSize(1));
    }

    @Test
    void an_environment_that_cannot_be_built_fails_the_deployment_with_the_engines_words() throws Exception {
        var problem = Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "environment", "no such image", "pull it");
        engine.refuse(FakeEngine.Call.PREPARE, problem);

        runtime.create(BLUE, InitialTraffic.ALL);

        runtime.awaitState(BLUE, DeploymentState.Failed.class);
        assertThat(((DeploymentState.Failed)
                                runtime.fleet().deployment(BLUE).orElseThrow().state())
                        .problem())
                .isEqualTo(problem);
    }

    @Test
    void the_engine_is_told_when_the_last_deployment_that_used_an_environment_is_gone() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.NONE);
        runtime.bringUp(GREEN, InitialTraffic.NONE);

        runtime.ask(runtime.control.deleteDeployment(GREEN));
        await().until(() -> !engine.kept().isEmpty());
        runtime.ask(runtime.control.deleteDeployment(BLUE));

        await().until(() -> engine.kept().isEmpty());
    }

    @Test
    void a_surplus_instance_stops_only_after_its_last_request() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.ask(runtime.control.scale(BLUE, 2));
        await().until(() -> runtime.router.upstreams(BLUE).size() == 2);
        var gates = runtime.router.route(BLUE).orElseThrow().upstreams();
        gates.forEach(upstream -> upstream.gate().enter(1));

        runtime.ask(runtime.control.scale(BLUE, 1));
        await().until(() -> runtime.router.upstreams(BLUE).size() == 1);
        assertThat(engine.list().toCompletableFuture().join()).hasSize(2);

        gates.forEach(upstream -> upstream.gate().leave());
        await().until(() -> engine.list().toCompletableFuture().join().size() == 1);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    @Test
    void an_instance_that_ends_is_taken_out_of_the_routes_and_replaced() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        var first = onlyInstance();

        engine.ends(first, 137, "killed");

        await().until(() ->
                engine.started().size() == 2 && runtime.router.upstreams(BLUE).size() == 1);
        assertThat(runtime.router.upstreams(BLUE)).doesNotContain(first.text());
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    @Test
    void deleting_the_endpoint_stops_all_and_frees_its_name() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);

        runtime.ask(runtime.control.deleteEndpoint(DIABETES));

        await().until(() -> engine.list().toCompletableFuture().join().isEmpty());
        assertThat(runtime.router.table().endpoints()).isEmpty();
        assertThat(runtime.ask(runtime.control.createEndpoint(EndpointSpec.managed(DIABETES, AuthMode.KEY))))
                .isInstanceOf(Outcome.Applied.class);
    }
}
