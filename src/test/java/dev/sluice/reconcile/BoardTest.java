package dev.sluice.reconcile;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.engine.InstanceKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long an instance that is retired may take for its last requests. */
class BoardTest {

    private static final InstanceKey FIRST = new InstanceKey(BLUE, 1, "blue-i1");

    private final Board board = new Board();

    @Test
    void g3_as_long_as_a_request_of_its_deployment_and_a_little_more() {
        board.want(serving(answeringWithin(30)));

        assertThat(board.drainLimit(FIRST)).isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void g3_what_came_before_the_time_was_shortened_still_has_what_it_was_promised() {
        board.want(serving(answeringWithin(30)));
        board.want(serving(answeringWithin(2)));

        assertThat(board.drainLimit(FIRST)).isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void m1_a_deleted_deployment_of_a_cluster_has_the_time_that_only_a_cluster_may_give() {
        board.want(serving(
                answeringWithin(290).draft().kind(EndpointKind.KUBERNETES).done()));
        board.want(DesiredState.EMPTY);

        assertThat(board.drainLimit(FIRST)).isEqualTo(Duration.ofSeconds(295));
    }

    @Test
    void what_an_earlier_run_has_left_and_nobody_wants_may_take_the_longest_time_that_there_is() {
        assertThat(board.drainLimit(FIRST)).isEqualTo(Duration.ofSeconds(305));
    }

    private static DeploymentSpec answeringWithin(int seconds) {
        return SampleSpecs.deployment(BLUE)
                .draft()
                .requests(new RequestSettings(Duration.ofSeconds(seconds), 1))
                .done();
    }

    private static DesiredState serving(DeploymentSpec spec) {
        return DesiredState.EMPTY.with(
                DesiredEndpoint.created(EndpointSpec.managed(DIABETES, AuthMode.KEY), SampleSpecs.secrets())
                        .with(new DesiredDeployment(spec, 1, new Provisioning.Done())));
    }
}
