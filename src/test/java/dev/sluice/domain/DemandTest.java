package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemandTest {

    private static final long GIB = 1024;

    @Test
    void all_instances_count_with_the_limits_of_their_type() {
        assertThat(of(up(blue(3, 2)))).isEqualTo(new Demand(6, 6 * GIB));
    }

    @Test
    void g4_an_update_takes_a_step_of_the_next_version_beside_the_old_one() {
        assertThat(of(up(blue(6, 1)).replacedBy(blue(6, 1), 2, Provisioning.Sources.ANEW)))
                .as("a fifth of six, rounded up")
                .isEqualTo(new Demand(8, 8 * GIB));
    }

    @Test
    void g4_what_takes_more_at_the_end_of_an_update_or_on_its_way_back_counts() {
        assertThat(of(up(blue(5, 1)).replacedBy(blue(5, 4), 2, Provisioning.Sources.ANEW)))
                .as("five of the next version and one old one")
                .isEqualTo(new Demand(21, 21 * GIB));
        assertThat(of(up(blue(5, 4)).replacedBy(blue(5, 1), 2, Provisioning.Sources.ANEW)))
                .as("five old ones and one of the next version")
                .isEqualTo(new Demand(21, 21 * GIB));
    }

    @Test
    void what_was_given_up_takes_nothing() {
        var problem = Problem.of(Problem.Code.INSTANCE_EXITED, "", "it ended", "");

        assertThat(of(up(blue(5, 1)).with(new Provisioning.GivenUp(problem, List.of(), false))))
                .isEqualTo(new Demand(0, 0));
    }

    @Test
    void what_a_profile_says_counts_in_place_of_the_table() {
        var small = new InstanceProfiles(List.of(InstanceProfile.parse("standard_ds5_v2 = 0.5,1")));
        var deployment = up(blue(2, 1)
                .draft()
                .instanceType(InstanceType.of("Standard_DS5_v2"))
                .done());

        assertThat(Demand.of(deployment, small)).isEqualTo(new Demand(1, 2 * GIB));
    }

    private static Demand of(DesiredDeployment deployment) {
        return Demand.of(deployment, InstanceProfiles.NONE);
    }

    private static Resources.Share limit(double amount) {
        return new Resources.Share(0, Optional.of(amount));
    }

    private static DesiredDeployment up(DeploymentSpec spec) {
        return new DesiredDeployment(spec, 1, new Provisioning.Done());
    }

    /** Each with so many cores and as many GiB. */
    private static DeploymentSpec blue(int instances, int size) {
        return SampleSpecs.deployment(SampleSpecs.BLUE)
                .draft()
                .instanceCount(instances)
                .instanceType(InstanceType.of("Standard_DS3_v2")
                        .asking(new Resources(limit(size), limit((double) size * GIB))))
                .done();
    }
}
