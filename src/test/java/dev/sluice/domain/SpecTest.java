package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records of a deployment refuse to be, and the cloud's numbers that they stand for. */
class SpecTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_deployment_that_never_gets_ready_is_given_up_after_the_clouds_310_seconds() {
        assertThat(Probe.DEFAULT.budget()).hasSeconds(310);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "../other", "/etc", "a\\b", "a\0"})
    void a_models_name_and_version_are_one_folder_each(String name) {
        assertThatThrownBy(() -> new ModelSource.Files("/m", name, "1")).hasMessageContaining("folder");
        assertThatThrownBy(() -> new ModelSource.Files("/m", "iris", name)).hasMessageContaining("folder");
    }

    @Test
    void a_probe_has_no_empty_times_or_thresholds() {
        assertThat(new Probe(Duration.ZERO, SECOND, SECOND, 1, 1).budget()).hasSeconds(1);
        assertThatThrownBy(() -> new Probe(SECOND.negated(), SECOND, SECOND, 1, 1))
                .hasMessageContaining("probe");
        assertThatThrownBy(() -> new Probe(SECOND, Duration.ZERO, SECOND, 1, 1)).hasMessageContaining("probe");
        assertThatThrownBy(() -> new Probe(SECOND, SECOND, Duration.ZERO, 1, 1)).hasMessageContaining("probe");
        assertThatThrownBy(() -> new Probe(SECOND, SECOND, SECOND, 0, 1)).hasMessageContaining("probe");
        assertThatThrownBy(() -> new Probe(SECOND, SECOND, SECOND, 1, 0)).hasMessageContaining("probe");
    }

    @ParameterizedTest
    @CsvSource({"1,1,2", "4,1,8", "4,3,24", "2147483647,50,2147483647"})
    void twice_as_many_requests_are_admitted_as_run_at_once(int concurrent, int instances, int admitted) {
        assertThat(new RequestSettings(SECOND, concurrent).admitted(instances)).isEqualTo(admitted);
    }

    @Test
    void the_clouds_defaults_admit_two_requests_of_five_seconds() {
        assertThat(RequestSettings.DEFAULT.admitted(1)).isEqualTo(2);
        assertThat(RequestSettings.DEFAULT.timeout()).hasSeconds(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 300_001})
    void no_request_may_take_longer_than_a_cluster_allows_or_no_time(long millis) {
        assertThatThrownBy(() -> new RequestSettings(Duration.ofMillis(millis), 1))
                .hasMessageContaining("from 1 to 300000, not " + millis);
        assertThatThrownBy(() -> new RequestSettings(SECOND, 0)).hasMessageContaining("at least 1, not 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51})
    void c8_a_deployment_has_1_to_50_instances(int count) {
        assertThatThrownBy(() -> deployment().withInstanceCount(count))
                .hasMessageContaining("from 1 to 50, not " + count);
        assertThat(deployment().withInstanceCount(50).instanceCount()).isEqualTo(50);
    }

    @Test
    void the_state_finds_what_was_put_in_by_any_spelling_and_forgets_what_was_taken_out() {
        var secrets = new EndpointSecrets(new Secret("a"), new Secret("b"), new Secret("c"));
        var spec = deployment();
        var name = spec.id().endpoint();
        var endpoint = DesiredEndpoint.created(EndpointSpec.managed(name, AuthMode.KEY), secrets)
                .with(new DesiredDeployment(spec, 1, new Provisioning.Done()))
                .with(Routing.CLOSED.allTo(spec.id().deployment()));
        var state = DesiredState.EMPTY.with(endpoint);

        assertThat(state.endpoint(new EndpointName("DIABETES"))).contains(endpoint);
        assertThat(state.deployment(spec.id())).isPresent();
        assertThat(state.with(endpoint.with(Routing.CLOSED)).endpoints()).hasSize(1);
        assertThat(state.without(name)).isEqualTo(DesiredState.EMPTY);
        assertThat(endpoint.without(spec.id().deployment()).routing()).isEqualTo(Routing.CLOSED);
        assertThat(state.toString()).doesNotContain("reveal=a");
    }

    @Test
    void values_do_not_change_with_the_maps_they_were_made_of() {
        var endpoints = new TreeMap<EndpointName, DesiredEndpoint>();
        var state = new DesiredState(endpoints);
        endpoints.put(
                new EndpointName("late"),
                DesiredEndpoint.created(
                        EndpointSpec.managed(new EndpointName("late"), AuthMode.KEY),
                        new EndpointSecrets(new Secret("a"), new Secret("b"), new Secret("c"))));

        assertThat(state).isEqualTo(DesiredState.EMPTY);
        assertThatThrownBy(() -> state.endpoints().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void an_endpoint_for_the_clouds_directory_cannot_be_created_here() {
        var name = new EndpointName("diabetes");

        assertThat(EndpointSpec.managed(name, AuthMode.AAD_TOKEN).creationProblems())
                .extracting(Problem::code)
                .containsExactly(Problem.Code.NOT_SUPPORTED);
        assertThat(EndpointSpec.managed(name, AuthMode.KEY).creationProblems()).isEmpty();
        assertThat(EndpointSpec.managed(name, AuthMode.AML_TOKEN).creationProblems())
                .isEmpty();
    }

    private static DeploymentSpec deployment() {
        return DeploymentSpec.draft(
                        new DeploymentId(new EndpointName("diabetes"), new DeploymentName("blue")),
                        new CodeSource.Folder("/code", "score.py"),
                        new EnvironmentSource.Image("python"))
                .done();
    }
}
