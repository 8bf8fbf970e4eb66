package dev.sluice.manifest;

import static dev.sluice.manifest.Workplace.DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.InstanceType;
import dev.sluice.domain.Resources;
import dev.sluice.domain.Resources.Share;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deployment for a cluster may say, and one for the cloud's own machines may not (reference 1.3, 2.1). */
class KubernetesDeploymentTest {

    private static final String ON_A_CLUSTER = DEPLOYMENT + "type: Kubernetes\n";

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void a_folder_with_files() {
        workplace = new Workplace(folder);
    }

    @Test
    void a6_it_may_ask_for_no_size_for_scaling_and_for_resources() {
        var file = workplace.deployment(ON_A_CLUSTER.replaceAll("instance_type.*\n", "") + """
                scale_settings: {type: TargetUtilization, min_instances: 1, max_instances: 3}
                resources: {requests: {cpu: 500m, memory: 1Gi, nvidia.com/gpu: 1}, limits: {cpu: '1', memory: 1024Mi}}
                """);

        assertThat(file.spec().kind()).isEqualTo(EndpointKind.KUBERNETES);
        assertThat(file.spec().instanceType())
                .isEqualTo(InstanceType.of("defaultinstancetype")
                        .asking(new Resources(new Share(0.5, Optional.of(1.0)), new Share(1024, Optional.of(1024.0)))));
        assertThat(file.spec().cloud().json())
                .isEqualTo(Map.of(
                        "scale_settings",
                        "{\"type\":\"TargetUtilization\",\"min_instances\":1,\"max_instances\":3}",
                        "resources",
                        "{\"requests\":{\"cpu\":\"500m\",\"memory\":\"1Gi\",\"nvidia.com/gpu\":\"1\"},"
                                + "\"limits\":{\"cpu\":\"1\",\"memory\":\"1024Mi\"}}"));
        assertThat(file.notices())
                .extracting(Notice::path)
                .containsExactly("type", "resources.requests.nvidia.com/gpu", "scale_settings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requests: {cpu: 100m, memory: 64Mi} | 1 | 1024",
                "requests: {cpu: 3, memory: 2Gi} | 3 | 2048",
                "limits: {cpu: 500m, memory: 64Mi} | 0.5 | 64",
                "requests: {cpu: 250m, memory: 32Mi}, limits: {cpu: 500m, memory: 64Mi} | 0.5 | 64",
                "requests: {memory: 2Gi}, limits: {cpu: 2} | 2 | 2048",
                "limits: {nvidia.com/gpu: 0} | 1 | 1024",
            })
    void a_request_is_no_limit_but_the_least_that_an_instance_gets(String resources, double cores, long memoryMiB) {
        var asked = workplace
                .deployment(ON_A_CLUSTER + "resources: {" + resources + "}")
                .spec()
                .instanceType();
        var size = InstanceProfiles.NONE.of(asked);

        assertThat(size.cores()).isEqualTo(cores);
        assertThat(size.memoryMiB()).isEqualTo(memoryMiB);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resources: {request: {cpu: 1}} | did you mean 'requests'?",
                "resources: {limits: {gpu: 1}} | resources.limits.gpu",
                "resources: {limits: {cpu: much}} | resources.limits.cpu: expected a Kubernetes quantity, found 'much'",
                "resources: {requests: {cpu: 2}, limits: {cpu: 1500m}} | requests.cpu: it requests more than its limit of 1500m",
                "resources: {requests: {memory: 1Gi}, limits: {memory: 1G}} | requests more than its limit of 1G",
                "scale_settings: {type: target_utilization, min_instances: 3, max_instances: 2} | less than min_instances",
                "scale_settings: {type: target_utilization, target_utilization_percentage: 101} | from 1 to 100",
                "scale_settings: {type: target_utilization, polling_interval: 0} | at least 1",
                "scale_settings: {type: target_utilization, max_instance: 3} | did you mean 'max_instances'?",
                "scale_settings: {min_instances: 1} | scale_settings.type: 'type' is missing",
                "request_settings: {request_timeout_ms: 300001} | from 1 to 300000",
                "egress_public_network_access: enabled | is for managed deployments",
                "private_network_connection: true | is for managed deployments",
            })
    void what_a_cluster_would_refuse_is_refused(String line, String complaint) {
        assertThat(workplace.complaints(ON_A_CLUSTER + line))
                .contains("file.yml:14:")
                .contains(complaint)
                .hasLineCount(1);
    }

    @Test
    void a_request_may_take_as_long_as_on_a_cluster() {
        assertThat(workplace
                        .deployment(ON_A_CLUSTER + "request_settings: {request_timeout_ms: 300000}")
                        .spec()
                        .requests()
                        .timeout())
                .hasMinutes(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 31})
    void the_names_of_endpoint_and_deployment_fit_the_cluster_together(int length) {
        var yaml = ON_A_CLUSTER.replace("diabetes", "e".repeat(32)).replace("blue", "d".repeat(length));

        assertThat(workplace.complaints(yaml).contains("NAME_LENGTH file.yml:1:1 on a cluster the names"))
                .isEqualTo(length > 30);
    }
}
