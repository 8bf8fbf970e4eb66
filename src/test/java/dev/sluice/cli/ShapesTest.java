package dev.sluice.cli;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.GREEN;
import static dev.sluice.console.SampleFleets.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleInventory;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Pins;
import dev.sluice.domain.ServingRoutes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not in a golden file of {@link GoldenAnswersTest}, and what stands there for a reason. */
class ShapesTest {

    @Test
    void d1_a_new_endpoint_has_no_traffic_and_addresses_to_score_at() {
        var shape = Shapes.endpoint(SampleFleets.endpointOnly().endpoints().get(0));

        assertThat(shape.get("provisioning_state").asText()).isEqualTo("Succeeded");
        assertThat(shape.get("scoring_uri").asText())
                .startsWith("http://127.0.0.1:")
                .endsWith("/score");
        assertThat(shape.get("openapi_uri").asText()).endsWith("/swagger.json");
        assertThat(shape.get("traffic")).isEmpty();
        assertThat(shape.get("mirror_traffic")).isEmpty();
    }

    @Test
    void h2_a_deployment_without_a_share_has_a_zero_in_traffic() {
        assertThat(traffic(endpoint(Map.of("blue", 100)))).isEqualTo("{'blue': 100, 'green': 0}");
    }

    @Test
    void l1_so_has_one_that_had_it_all() {
        assertThat(traffic(endpoint(Map.of("green", 100)))).isEqualTo("{'blue': 0, 'green': 100}");
    }

    @Test
    void j1_a_shadow_stands_in_mirror_traffic_and_not_in_traffic() {
        var shape = Shapes.endpoint(SampleFleets.greenShadow().endpoints().get(0));

        assertThat(PythonText.of(shape.get("traffic"))).isEqualTo("{'blue': 100}");
        assertThat(PythonText.of(shape.get("mirror_traffic"))).isEqualTo("{'green': 10}");
    }

    @Test
    void j16_a_mirror_that_is_off_is_empty_and_its_target_has_a_zero_again() {
        var off = SampleFleets.live(Map.of("blue", 100)).withMirror(Mirror.to(GREEN.deployment(), Percent.ZERO));
        var shape = Shapes.endpoint(SampleFleets.endpoint(off, SampleFleets.ready(BLUE, 1), ready()));

        assertThat(shape.get("mirror_traffic")).isEmpty();
        assertThat(PythonText.of(shape.get("traffic"))).isEqualTo("{'blue': 100, 'green': 0}");
    }

    @Test
    void what_an_endpoint_s_file_says_for_the_cloud_stands_in_place_of_the_default() {
        var keys = CloudKeys.NONE
                .with("identity", "{\"type\":\"user_assigned\",\"user_assigned_identities\":[\"/subscriptions/s/me\"]}")
                .with("public_network_access", "\"disabled\"");
        var spec = new EndpointSpec(SampleFleets.DIABETES, EndpointKind.MANAGED, AuthMode.KEY, Labels.NONE, keys);
        var shape = Shapes.endpoint(of(spec));

        assertThat(shape.at("/identity/type").asText()).isEqualTo("user_assigned");
        assertThat(shape.at("/identity/user_assigned_identities/0").asText()).isEqualTo("/subscriptions/s/me");
        assertThat(shape.get("public_network_access").asText()).isEqualTo("disabled");
    }

    @Test
    void a_kubernetes_endpoint_names_its_cluster_and_says_nothing_of_the_network() {
        var shape = Shapes.endpoint(SampleAnswers.cluster());

        assertThat(shape.get("kind").asText()).isEqualTo("Kubernetes");
        assertThat(shape.get("compute").asText()).isEqualTo("azureml:arc");
        assertThat(shape.has("public_network_access")).isFalse();
    }

    @Test
    void an_endpoint_without_a_description_has_no_such_key() {
        assertThat(Shapes.endpoint(of(EndpointSpec.managed(SampleFleets.DIABETES, AuthMode.KEY)))
                        .has("description"))
                .isFalse();
    }

    @Test
    void e3_a_deployment_shows_what_of_the_registry_it_runs() {
        var shape = Shapes.deployment(SampleAnswers.blue());

        assertThat(shape.get("model").asText())
                .startsWith("azureml:/subscriptions/")
                .endsWith("/models/diabetes/versions/1");
        assertThat(shape.get("environment").asText()).endsWith("/environments/sklearn/versions/3");
    }

    @Test
    void e3_code_is_the_folder_until_it_is_copied_and_its_id_from_then_on() {
        var spec = SampleFleets.spec(BLUE, 1);
        var code = new AssetId(AssetKind.CODE, "code-4440452b70f5", "1");
        var copied = SampleAnswers.view(spec, new DeploymentState.Succeeded(NOW), Pins.of(List.of(code)));

        assertThat(deployment(spec).at("/code_configuration/code").asText())
                .isEqualTo(((CodeSource.Folder) spec.code()).folder());
        assertThat(Shapes.deployment(copied).at("/code_configuration/code").asText())
                .isEqualTo("azureml:/subscriptions/local/resourceGroups/local/providers"
                        + "/Microsoft.MachineLearningServices/workspaces/local/codes/code-4440452b70f5/versions/1");
        assertThat(deployment(spec.draft()
                                .code(new CodeSource.Registered("azureml:code-4440452b70f5:1", "score.py"))
                                .done())
                        .at("/code_configuration/code")
                        .asText())
                .endsWith("/codes/code-4440452b70f5/versions/1");
    }

    @Test
    void before_its_files_are_unpacked_it_shows_what_was_asked_for() {
        var shape = deployment(SampleFleets.spec(BLUE, 1)
                .draft()
                .model(new ModelSource.Registered("azureml:diabetes:4"))
                .done());

        assertThat(shape.get("model").asText()).endsWith("/models/diabetes/versions/4");
        assertThat(shape.at("/environment/build/dockerfile_path").asText()).isEqualTo("Dockerfile");
    }

    @Test
    void a_reference_to_no_exact_version_stays_as_it_was_written() {
        var shape = deployment(SampleFleets.spec(BLUE, 1)
                .draft()
                .model(new ModelSource.Registered("azureml:diabetes@latest"))
                .done());

        assertThat(shape.get("model").asText()).isEqualTo("azureml:diabetes@latest");
    }

    @Test
    void a_deployment_without_model_code_or_environment_does_not_name_them() {
        var shape = deployment(DeploymentSpec.draft(BLUE, new CodeSource.None(), new EnvironmentSource.None())
                .done());

        assertThat(shape.has("model")).isFalse();
        assertThat(shape.has("code_configuration")).isFalse();
        assertThat(shape.has("environment")).isFalse();
    }

    @Test
    void c4_a_failed_deployment_shows_why_among_its_properties() {
        var shape = Shapes.deployment(SampleAnswers.greenFailed());

        assertThat(shape.get("provisioning_state").asText()).isEqualTo("Failed");
        assertThat(shape.at("/properties/sluice_failure_code").asText()).isEqualTo("UserScriptInitFailed");
        assertThat(shape.at("/properties/sluice_failure").asText()).contains("model.json is not in the model folder");
        assertThat(shape.at("/properties/sluice_failure_log").asText()).contains("Traceback");
    }

    @Test
    void g4_so_does_one_whose_update_failed_and_its_settings_are_those_in_force() {
        var green = SampleFleets.greenUpdateFailed().deployment(GREEN).orElseThrow();
        var shape = Shapes.deployment(green);

        assertThat(shape.get("provisioning_state").asText()).isEqualTo("Failed");
        assertThat(shape.at("/properties/sluice_failure").asText()).contains("THRESHOLD");
        assertThat(shape.get("environment_variables").has("THRESHOLD")).isFalse();
    }

    @Test
    void g1_a_deployment_that_is_being_scaled_says_so() {
        var scaling = new DeploymentState.Scaling(NOW, 1, 2);
        var shape = Shapes.deployment(SampleAnswers.view(SampleFleets.spec(BLUE, 2), scaling, Pins.NONE));

        assertThat(shape.get("provisioning_state").asText()).isEqualTo("Scaling");
        assertThat(shape.get("instance_count").asInt()).isEqualTo(2);
    }

    @Test
    void a_kubernetes_deployment_has_its_own_scaling_and_its_resources() {
        var shape = deployment(SampleFleets.spec(BLUE, 1)
                .draft()
                .kind(EndpointKind.KUBERNETES)
                .cloud(CloudKeys.NONE.with("resources", "{\"requests\":{\"cpu\":\"0.5\"}}"))
                .done());

        assertThat(shape.get("type").asText()).isEqualTo("kubernetes");
        assertThat(shape.at("/scale_settings/type").asText()).isEqualTo("target_utilization");
        assertThat(shape.at("/resources/requests/cpu").asText()).isEqualTo("0.5");
        assertThat(shape.has("egress_public_network_access")).isFalse();
    }

    @Test
    void a_key_for_the_cloud_within_a_section_stands_in_it() {
        var shape = deployment(SampleFleets.spec(BLUE, 1)
                .draft()
                .cloud(CloudKeys.NONE
                        .with("request_settings.max_queue_wait_ms", "700")
                        .with("model.flavors", "{\"sklearn\":{}}"))
                .done());

        assertThat(shape.at("/request_settings/max_queue_wait_ms").asInt()).isEqualTo(700);
        assertThat(shape.at("/request_settings/request_timeout_ms").asInt()).isEqualTo(5000);
        assertThat(shape.at("/model/flavors").has("sklearn")).isTrue();
    }

    @Test
    void routes_of_an_image_s_own_stand_in_its_environment() {
        var routes = new ServingRoutes(
                new ServingRoutes.Route(8501, "/v1"),
                new ServingRoutes.Route(8501, "/v1"),
                new ServingRoutes.Route(8501, "/p"));
        var shape = Shapes.asset(SampleInventory.SKLEARN
                .asset()
                .defined(new EnvironmentDefinition(
                        "sklearn", "3", new EnvironmentSource.Image("tf", routes), Labels.NONE, CloudKeys.NONE)));

        assertThat(shape.get("image").asText()).isEqualTo("tf");
        assertThat(shape.at("/inference_config/scoring_route/path").asText()).isEqualTo("/p");
        assertThat(shape.at("/inference_config/liveness_route/port").asInt()).isEqualTo(8501);
    }

    private static EndpointView endpoint(Map<String, Integer> shares) {
        return SampleFleets.endpoint(SampleFleets.live(shares), SampleFleets.ready(BLUE, 1), ready());
    }

    private static DeploymentView ready() {
        return SampleFleets.ready(GREEN, 1);
    }

    private static EndpointView of(EndpointSpec spec) {
        var like = SampleAnswers.cluster();
        return new EndpointView(
                spec, like.routing(), like.scoringUri(), like.openApiUri(), like.mirror(), like.deployments());
    }

    private static JsonNode deployment(DeploymentSpec spec) {
        return Shapes.deployment(SampleAnswers.view(spec, new DeploymentState.Succeeded(NOW), Pins.NONE));
    }

    private static String traffic(EndpointView endpoint) {
        return PythonText.of(Shapes.endpoint(endpoint).get("traffic"));
    }
}
