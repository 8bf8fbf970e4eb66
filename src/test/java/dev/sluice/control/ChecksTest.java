package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.Routing;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.domain.TrafficSplit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final Provisioning DONE = new Provisioning.Done();
    private static final Optional<Job> IDLE = Optional.empty();

    @Test
    void b1_an_endpoint_whose_name_differs_only_in_case_is_a_duplicate() {
        assertThat(codes(Checks.createEndpoint(
                        fleet(), EndpointSpec.managed(new EndpointName("Diabetes"), AuthMode.KEY))))
                .containsExactly(Code.ALREADY_EXISTS);
    }

    @Test
    void b3_an_endpoint_that_needs_the_clouds_sign_in_is_refused_rather_than_left_open() {
        assertThat(codes(Checks.createEndpoint(DesiredState.EMPTY, EndpointSpec.managed(DIABETES, AuthMode.AAD_TOKEN))))
                .containsExactly(Code.NOT_SUPPORTED);
    }

    @Test
    void c1_a_deployment_needs_its_endpoint_first() {
        assertThat(codes(DeploymentChecks.create(DesiredState.EMPTY, IDLE, SampleSpecs.deployment(BLUE), false)))
                .containsExactly(Code.NOT_FOUND);
    }

    @Test
    void h3_a_second_deployment_of_the_same_name_is_refused() {
        assertThat(codes(DeploymentChecks.create(fleet(), IDLE, SampleSpecs.deployment(BLUE), true)))
                .containsExactly(Code.ALREADY_EXISTS);
    }

    @Test
    void a_name_is_taken_until_the_old_deployment_is_gone() {
        var other = new DeploymentId(DIABETES, new DeploymentName("red"));
        assertThat(codes(DeploymentChecks.create(fleet(), IDLE, SampleSpecs.deployment(other), true)))
                .containsExactly(Code.BUSY);
        assertThat(DeploymentChecks.create(fleet(), IDLE, SampleSpecs.deployment(other), false))
                .isEmpty();
    }

    @Test
    void c8_a_deployment_scales_from_1_to_50_and_only_once_it_is_up() {
        assertThat(DeploymentChecks.scale(fleet(), IDLE, BLUE, 50)).isEmpty();
        assertThat(codes(DeploymentChecks.scale(fleet(), IDLE, BLUE, 0))).containsExactly(Code.BAD_VALUE);
        assertThat(codes(DeploymentChecks.scale(fleet(), IDLE, BLUE, 51))).containsExactly(Code.BAD_VALUE);
        assertThat(codes(DeploymentChecks.scale(fleet(new Provisioning.Pending(false)), IDLE, GREEN, 2)))
                .containsExactly(Code.BUSY);
    }

    @Test
    void a_second_operation_on_one_deployment_is_refused_by_the_name_of_the_first() {
        var update = Optional.of(job(Job.Kind.UPDATE, GREEN));

        assertThat(DeploymentChecks.scale(fleet(), update, GREEN, 2))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.UNDER_WAY);
                    assertThat(problem.message()).isEqualTo("update deployment diabetes/green is under way (job 7)");
                });
        assertThat(codes(DeploymentChecks.update(fleet(), update, GREEN))).containsExactly(Code.UNDER_WAY);
        assertThat(codes(DeploymentChecks.delete(fleet(), update, GREEN))).containsExactly(Code.UNDER_WAY);
    }

    @Test
    void what_is_being_deleted_is_asked_for_nothing_more_and_says_so() {
        var gone = fleet().with(fleet().endpoint(DIABETES).orElseThrow().without(GREEN.deployment()));
        var deletion = Optional.of(job(Job.Kind.DELETE, GREEN));

        assertThat(DeploymentChecks.delete(gone, deletion, GREEN))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.BUSY);
                    assertThat(problem.message()).contains("delete deployment diabetes/green is under way");
                });
        assertThat(codes(DeploymentChecks.delete(gone, IDLE, GREEN))).containsExactly(Code.NOT_FOUND);
    }

    @Test
    void an_endpoint_is_not_deleted_under_an_operation_except_for_deletions_which_it_takes_along() {
        var other = new DeploymentId(new EndpointName("other"), GREEN.deployment());
        var jobs = List.of(job(Job.Kind.DELETE, BLUE), job(Job.Kind.CREATE, GREEN), job(Job.Kind.SCALE, other));

        assertThat(Checks.deleteEndpoint(fleet(), jobs, DIABETES))
                .extracting(Problem::message)
                .containsExactly("create deployment diabetes/green is under way (job 7)");
    }

    @Test
    void m3_a_deployment_with_live_share_cannot_be_deleted_and_the_share_is_named() {
        assertThat(DeploymentChecks.delete(fleet(), IDLE, BLUE)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.STILL_LIVE);
            assertThat(problem.message()).contains("100 %");
        });
        assertThat(DeploymentChecks.delete(fleet(), IDLE, GREEN)).isEmpty();
    }

    @Test
    void live_traffic_goes_only_to_what_is_ready() {
        var endpoint = fleet(new Provisioning.Pending(false)).endpoint(DIABETES).orElseThrow();
        var next = new Routing(
                TrafficSplit.allTo(BLUE.deployment())
                        .with(BLUE.deployment(), new Percent(90))
                        .with(GREEN.deployment(), new Percent(10)),
                endpoint.routing().mirror());

        assertThat(codes(Checks.route(endpoint, next))).containsExactly(Code.TRAFFIC_NOT_READY);
    }

    private static Job job(Job.Kind kind, DeploymentId target) {
        return new Job(7, kind, target, Instant.EPOCH, new Job.Result.Running(), List.of());
    }

    private static DesiredState fleet() {
        return fleet(DONE);
    }

    /** Blue has all traffic; green stands as given. */
    private static DesiredState fleet(Provisioning green) {
        return DesiredState.EMPTY.with(
                DesiredEndpoint.created(EndpointSpec.managed(DIABETES, AuthMode.KEY), SampleSpecs.secrets())
                        .with(new DesiredDeployment(SampleSpecs.deployment(BLUE), 1, DONE))
                        .with(new DesiredDeployment(SampleSpecs.deployment(GREEN), 2, green))
                        .with(Routing.CLOSED.allTo(BLUE.deployment())));
    }

    private static List<Code> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }
}
