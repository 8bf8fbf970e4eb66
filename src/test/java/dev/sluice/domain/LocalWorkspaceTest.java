package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalWorkspaceTest {

    private static final AssetId MODEL = new AssetId(AssetKind.MODEL, "iris", "2");
    private static final AssetId ENVIRONMENT = new AssetId(AssetKind.ENVIRONMENT, "sklearn", "3");

    @Test
    void ids_have_the_cloud_s_form() {
        assertThat(LocalWorkspace.idOf(SampleSpecs.BLUE))
                .isEqualTo("/subscriptions/local/resourceGroups/local/providers/Microsoft.MachineLearningServices"
                        + "/workspaces/local/onlineEndpoints/diabetes/deployments/blue");
        assertThat(LocalWorkspace.idOf(MODEL)).endsWith("/workspaces/local/models/iris/versions/2");
        assertThat(LocalWorkspace.idOfAll(ENVIRONMENT)).endsWith("/workspaces/local/environments/sklearn");
    }

    @Test
    void e4_the_id_of_a_version_can_be_written_into_a_file_like_its_short_name() {
        assertThat(AssetReference.parse("azureml:" + LocalWorkspace.idOf(MODEL)))
                .contains(new AssetReference.Exact("iris", "2"));
        assertThat(AssetReference.parse("azureml:" + LocalWorkspace.idOf(ENVIRONMENT)))
                .contains(new AssetReference.Exact("sklearn", "3"));
    }

    @Test
    void an_id_of_another_workspace_is_elsewhere() {
        var id = LocalWorkspace.idOf(MODEL).replace("workspaces/local", "workspaces/prod");

        assertThat(AssetReference.parse("azureml:" + id)).get().isInstanceOf(AssetReference.Elsewhere.class);
    }

    @Test
    void an_id_without_a_version_or_without_its_beginning_is_no_version_of_here() {
        assertThat(AssetReference.parse("azureml:" + LocalWorkspace.idOfAll(MODEL)))
                .get()
                .isInstanceOf(AssetReference.Elsewhere.class);
        assertThat(AssetReference.parse(LocalWorkspace.idOf(MODEL))).isEmpty();
    }
}
