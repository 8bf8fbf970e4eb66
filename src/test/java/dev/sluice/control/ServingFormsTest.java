package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Serving;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.ServingRoutes.Route;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments that are not served by a script. */
class ServingFormsTest {

    private static final ServingRoutes ROUTES =
            new ServingRoutes(new Route(8501, "/live"), new Route(8501, "/ready"), new Route(8501, "/v1/predict"));

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final FakeEngine engine = new FakeEngine(host, Path.of("home")).startsAtOnce();
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
    void the_scoring_address_becomes_the_images_own_route_once_it_is_up() throws Exception {
        assertThat(endpoint().scoringUri()).endsWith("/endpoints/diabetes/score");

        runtime.ask(runtime.control.createDeployment(ownImage(), InitialTraffic.NONE));

        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
        assertThat(endpoint().scoringUri()).endsWith("/endpoints/diabetes/v1/predict");
        assertThat(endpoint().address()).endsWith("/endpoints/diabetes");
        assertThat(engine.started())
                .singleElement()
                .satisfies(spec -> assertThat(spec.serving()).isEqualTo(new Serving.OwnImage(ROUTES, "/mnt/models")));
    }

    @Test
    void what_the_engine_can_never_run_is_refused_before_anything_is_begun() throws Exception {
        var never = Problem.of(Problem.Code.NOT_SUPPORTED, "environment.inference_config", "no images", "use Docker");
        engine.objects(never);

        var outcome = runtime.ask(runtime.control.createDeployment(ownImage(), InitialTraffic.NONE));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).problems()).contains(never);
        assertThat(endpoint().deployments()).isEmpty();
    }

    private static DeploymentSpec ownImage() {
        return DeploymentSpec.draft(
                        BLUE, new CodeSource.None(), new EnvironmentSource.Image("tensorflow/serving", ROUTES))
                .modelMount("/mnt/models")
                .done();
    }

    private Fleet.EndpointView endpoint() {
        return runtime.fleet().endpoint(DIABETES).orElseThrow();
    }
}
