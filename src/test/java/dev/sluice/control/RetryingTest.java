package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Job.Kind;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointSecrets;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.Provisioning.Sources;
import dev.sluice.domain.Routing;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.domain.Secret;
import dev.sluice.metrics.MirrorLedger;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which jobs the picture says can be tried again. */
class RetryingTest {

    private static final Problem NO_IMAGE = Problem.of(Problem.Code.IMAGE_BUILD_FAILURE, "", "no image", "");
    private static final Provisioning GIVEN_UP = new Provisioning.GivenUp(NO_IMAGE, List.of(), false);
    private static final Provisioning KEPT =
            new Provisioning.Kept(SampleSpecs.deployment(BLUE), Sources.KEPT, NO_IMAGE, List.of());
    private static final EndpointSecrets SECRETS =
            new EndpointSecrets(new Secret("one"), new Secret("other"), new Secret("signing"));
    private static final DeploymentState STANDS = new DeploymentState.Succeeded(Instant.EPOCH);
    private static final DeploymentState SCALING = new DeploymentState.Scaling(Instant.EPOCH, 1, 2);

    @Test
    void a_create_can_while_what_was_given_up_is_still_there() {
        assertThat(retryable(Kind.CREATE, GIVEN_UP, STANDS)).isTrue();
        assertThat(retryable(Kind.CREATE, new Provisioning.Pending(false), STANDS))
                .isFalse();
        assertThat(marked(List.of(failed(1, Kind.CREATE, GREEN)), GIVEN_UP, STANDS))
                .as("green is not there")
                .noneMatch(Job::canRetry);
    }

    @Test
    void an_update_can_until_it_is_dropped_also_while_the_old_version_is_being_put_back() {
        assertThat(retryable(Kind.UPDATE, KEPT, STANDS)).isTrue();
        assertThat(retryable(Kind.UPDATE, KEPT, SCALING)).isTrue();
        assertThat(retryable(Kind.UPDATE, new Provisioning.Done(), STANDS)).isFalse();
    }

    @Test
    void a_scale_can_until_all_instances_are_there() {
        assertThat(retryable(Kind.SCALE, new Provisioning.Done(), SCALING)).isTrue();
        assertThat(retryable(Kind.SCALE, new Provisioning.Done(), STANDS)).isFalse();
    }

    @Test
    void a_delete_never_can() {
        assertThat(retryable(Kind.DELETE, new Provisioning.Done(), SCALING)).isFalse();
    }

    @Test
    void what_was_followed_by_another_try_cannot_and_neither_can_what_did_not_fail() {
        var second = new Job(2, Kind.CREATE, BLUE, Instant.EPOCH, new Job.Result.Running(), List.of());

        assertThat(marked(List.of(second, failed(1, Kind.CREATE, BLUE)), GIVEN_UP, STANDS))
                .noneMatch(Job::canRetry);
        assertThat(marked(List.of(failed(2, Kind.CREATE, BLUE), failed(1, Kind.CREATE, BLUE)), GIVEN_UP, STANDS))
                .extracting(Job::canRetry)
                .containsExactly(true, false);
    }

    private static boolean retryable(Kind kind, Provisioning left, DeploymentState state) {
        return marked(List.of(failed(1, kind, BLUE)), left, state).get(0).canRetry();
    }

    /** Blue is there, and nothing else. */
    private static List<Job> marked(List<Job> jobs, Provisioning left, DeploymentState state) {
        var spec = SampleSpecs.deployment(BLUE);
        var endpoint = EndpointSpec.managed(DIABETES, AuthMode.KEY);
        var desired = DesiredState.EMPTY.with(new DesiredEndpoint(endpoint, SECRETS, Routing.CLOSED, new TreeMap<>())
                .with(new DesiredDeployment(spec, 1, left)));
        var view = new DeploymentView(spec, state, List.of(), "", Fleet.Past.CALM);
        var shown = new EndpointView(endpoint, Routing.CLOSED, "", "", MirrorLedger.EMPTY, List.of(view));
        return new Retrying(desired, List.of(shown)).marked(jobs);
    }

    private static Job failed(long id, Kind kind, DeploymentId target) {
        return new Job(id, kind, target, Instant.EPOCH, new Job.Result.Failed(Instant.EPOCH, "no image"), List.of());
    }
}
