package dev.sluice.manifest;

import static dev.sluice.manifest.Workplace.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Place;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointFileTest {

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void a_folder_with_files() {
        workplace = new Workplace(folder);
    }

    @Test
    void the_articles_endpoint_file_is_read() {
        var file = workplace.endpoint("""
                $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineEndpoint.schema.json
                name: my-endpoint
                auth_mode: key
                """);

        assertThat(file.spec()).isEqualTo(EndpointSpec.managed(new EndpointName("my-endpoint"), AuthMode.KEY));
        assertThat(file.notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Key,KEY", "KEY,KEY", "AMLToken,AML_TOKEN", "aml_token,AML_TOKEN", "AadToken,AAD_TOKEN"})
    void the_auth_mode_may_be_spelled_in_any_case(String typed, AuthMode mode) {
        assertThat(workplace.endpoint("name: abc\nauth_mode: " + typed).spec().auth())
                .isEqualTo(mode);
    }

    @Test
    void a_misspelled_auth_mode_is_corrected() {
        assertThat(workplace.complaints("name: abc\nauth_mode: kye"))
                .isEqualTo("BAD_VALUE file.yml:2:12 auth_mode: expected one of aad_token, aml_token, key, found 'kye'."
                        + " To mend it: write 'key'");
    }

    @Test
    void b4_labels_are_kept_and_a_users_own_keys_may_be_called_anything() {
        var labels = workplace
                .endpoint("name: abc\nauth_mode: key\ndescription: 'sold: yes'\ntags: {size: 3, norway: no, empty: }\n"
                        + "properties: {a.b: 1.50}")
                .spec()
                .labels();

        assertThat(labels.description()).isEqualTo("sold: yes");
        assertThat(labels.tags()).isEqualTo(Map.of("size", "3", "norway", "no", "empty", ""));
        assertThat(labels.properties()).isEqualTo(Map.of("a.b", "1.50"));
    }

    @Test
    void b5_traffic_is_refused_before_there_are_deployments() {
        assertThat(workplace.complaints("name: abc\ntraffic: {blue: 100, green: 0}\nmirror_traffic:\n  green: 10"))
                .contains("TRAFFIC_NOT_READY file.yml:2:17 traffic.blue: an endpoint is created without traffic")
                .contains(
                        "TRAFFIC_NOT_READY file.yml:4:10 mirror_traffic.green: an endpoint is created without traffic")
                .doesNotContain("traffic.green: an endpoint is created without traffic, since it has no deployments"
                        + " yet. To mend it: remove it here, and set the traffic once 'blue'")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{blue: 0}", ""})
    void a_traffic_without_shares_is_no_traffic(String traffic) {
        assertThat(workplace.complaints("name: abc\ntraffic: " + traffic)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"33.3", "-10", "101", "half", "1_0", "0x10", "99999999999999999999"})
    void a_share_is_a_whole_number_from_0_to_100(String share) {
        assertThat(workplace.complaints("name: abc\ntraffic: {blue: " + share + "}"))
                .startsWith("BAD_VALUE file.yml:2:17 traffic.blue: expected a whole number")
                .contains("found '" + share + "'");
    }

    @Test
    void a_compute_target_makes_it_a_kubernetes_endpoint() {
        var file = workplace.endpoint("name: abc\ncompute: azureml:cluster");

        assertThat(file.spec().kind()).isEqualTo(EndpointKind.KUBERNETES);
        assertThat(file.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.path()).isEqualTo("compute");
            assertThat(notice.place()).isEqualTo(new Place("file.yml", 2, 10));
        });
        assertThat(workplace.complaints("name: abc\ncompute: cluster")).contains("write azureml:cluster");
    }

    @Test
    void a_cluster_has_no_directory_tokens_and_no_network_access_of_its_own() {
        assertThat(workplace.complaints(
                        "name: abc\ncompute: azureml:cluster\nauth_mode: aad_token\npublic_network_access: enabled"))
                .contains("NOT_SUPPORTED file.yml:3:12 auth_mode: Kubernetes endpoints have no aad_token")
                .contains("UNKNOWN_KEY file.yml:4:24 public_network_access: 'public_network_access' is for managed")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{blue: 100} | {green: 51} | MIRROR_TOO_LARGE line 3:17 mirror_traffic: at most 50 %",
                "{blue: 60, green: 40} | {green: 10} | MIRROR_AND_LIVE line 3:17 mirror_traffic: deployment green has 40 %",
                "{blue: 100} | {green: 10, red: 5} | MIRROR_TARGETS line 3:17 mirror_traffic: live traffic is mirrored to one",
                "{blue: 100} | {green: -1} | BAD_VALUE line 3:25 mirror_traffic.green: expected a whole number from 0 to 100",
            })
    void b6_a_change_of_traffic_obeys_the_services_rules(String traffic, String mirror, String complaint) {
        assertThat(complaints(
                        Manifests.readEndpointUpdate("name: abc\ntraffic: " + traffic + "\nmirror_traffic: " + mirror)))
                .startsWith(complaint)
                .hasLineCount(1);
    }

    @Test
    void whether_the_shares_add_up_is_for_whoever_knows_the_deployments() {
        assertThat(complaints(Manifests.readEndpointUpdate("name: abc\ntraffic: {blue: 60, gren: 50}")))
                .isEmpty();
    }

    @Test
    void j8_a_cluster_does_not_mirror() {
        assertThat(complaints(Manifests.readEndpointUpdate("name: abc\ncompute: azureml:c\nmirror_traffic: {b: 1}")))
                .contains("mirror_traffic.b: the name of a deployment has 3 to 32 characters");
        assertThat(complaints(Manifests.readEndpointUpdate("name: abc\ncompute: azureml:c\nmirror_traffic: {bbb: 1}")))
                .startsWith(
                        "MIRROR_NOT_SUPPORTED line 3:17 mirror_traffic: Kubernetes endpoints do not mirror traffic");
    }

    @Test
    void b7_keys_for_the_cloud_alone_are_accepted_kept_and_told() {
        var file = workplace.endpoint("""
                name: abc
                auth_mode: aad_token
                public_network_access: Disabled
                identity:
                  type: user_assigned
                  user_assigned_identities: [/subscriptions/x, {resource_id: /subscriptions/y}]
                id: /subscriptions/z
                kind: Managed
                location: westeurope
                provisioning_state: Succeeded
                scoring_uri: https://abc.westeurope.inference.ml.azure.com/score
                openapi_uri: https://abc.westeurope.inference.ml.azure.com/swagger.json
                """);

        assertThat(file.spec().cloud().json())
                .isEqualTo(Map.of(
                        "public_network_access",
                        "\"Disabled\"",
                        "identity",
                        "{\"type\":\"user_assigned\",\"user_assigned_identities\":"
                                + "[{\"resource_id\":\"/subscriptions/x\"},"
                                + "{\"resource_id\":\"/subscriptions/y\"}]}"));
        assertThat(file.notices())
                .extracting(Notice::path)
                .containsExactlyInAnyOrder(
                        "auth_mode",
                        "public_network_access",
                        "identity",
                        "id",
                        "kind",
                        "location",
                        "provisioning_state",
                        "scoring_uri",
                        "openapi_uri");
    }

    @Test
    void keys_for_the_cloud_alone_are_checked_all_the_same() {
        assertThat(workplace.complaints(
                        "name: abc\npublic_network_access: maybe\nidentity:\n  user_asigned_identities: []\n"))
                .contains("file.yml:2:24 public_network_access: expected one of disabled, enabled, found 'maybe'")
                .contains("MISSING_KEY file.yml:4:3 identity.type: 'type' is missing")
                .contains("UNKNOWN_KEY file.yml:4:3 identity.user_asigned_identities:")
                .contains("did you mean 'user_assigned_identities'?");
        assertThat(workplace.complaints("name: abc\nauth_mode: key\nidentity: {type: user_assigned,"
                        + " user_assigned_identities: [{resource: x}]}"))
                .contains("identity.user_assigned_identities[0].resource_id: 'resource_id' is missing");
    }
}
