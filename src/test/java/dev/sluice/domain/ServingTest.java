package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.ServingRoutes.Route;
import org.junit.jupiter.api.Test;

class ServingTest {

    private static final CodeSource CODE = new CodeSource.Folder("/code", "score.py");
    private static final CodeSource NO_CODE = new CodeSource.None();
    private static final EnvironmentSource NONE = new EnvironmentSource.None();
    private static final ServingRoutes ROUTES =
            new ServingRoutes(new Route(8501, "/live"), new Route(8501, "/ready"), new Route(8080, "/predict"));

    @Test
    void a_script_is_served_by_the_scoring_server() {
        assertThat(serving(CODE, new EnvironmentSource.Image("a"), ModelType.MLFLOW))
                .isEqualTo(new Serving.Script());
    }

    @Test
    void a_script_whose_environment_says_the_usual_routes_is_served_by_the_scoring_server_too() {
        var said = new EnvironmentSource.Image("a", ServingRoutes.DEFAULT);

        assertThat(serving(CODE, said, ModelType.CUSTOM)).isEqualTo(new Serving.Script());
    }

    @Test
    void an_mlflow_model_needs_neither_code_nor_environment() {
        assertThat(serving(NO_CODE, NONE, ModelType.MLFLOW)).isEqualTo(new Serving.Mlflow());
    }

    @Test
    void a_triton_model_is_served_at_tritons_own_routes() {
        var routes = serving(NO_CODE, NONE, ModelType.TRITON).routes();

        assertThat(routes.liveness()).isEqualTo(new Route(8000, "/v2/health/live"));
        assertThat(routes.readiness()).isEqualTo(new Route(8000, "/v2/health/ready"));
        assertThat(routes.scoring()).isEqualTo(new Route(8000, "/"));
    }

    @Test
    void without_code_the_image_serves_by_itself() {
        var image = new EnvironmentSource.Image("a");

        assertThat(serving(NO_CODE, image, ModelType.CUSTOM))
                .isEqualTo(new Serving.OwnImage(ServingRoutes.DEFAULT, "/mnt/models"));
    }

    @Test
    void routes_of_its_own_mean_that_the_image_serves_by_itself_whatever_else_there_is() {
        var image = new EnvironmentSource.Image("a", ROUTES);

        for (var type : ModelType.values()) {
            assertThat(serving(CODE, image, type)).isEqualTo(new Serving.OwnImage(ROUTES, "/mnt/models"));
            assertThat(serving(NO_CODE, image, type)).isEqualTo(new Serving.OwnImage(ROUTES, "/mnt/models"));
        }
    }

    private static Serving serving(CodeSource code, EnvironmentSource environment, ModelType type) {
        var id = new DeploymentId(new EndpointName("diabetes"), new DeploymentName("blue"));
        return Serving.of(DeploymentSpec.draft(id, code, environment)
                .model(new ModelSource.Files("/models/m", "m", "1", type))
                .modelMount("/mnt/models")
                .done());
    }
}
