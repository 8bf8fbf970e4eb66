package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Live traffic and mirror. */
@ParameterizedClass
@EnumSource
class TrafficTest extends FaceContract {

    private static final DeploymentId RED = new DeploymentId(DIABETES, new DeploymentName("red"));

    @Test
    void split_and_mirror_are_replaced_in_one_change_and_put_back_in_one() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        var before = runtime.fleet().endpoint(DIABETES).orElseThrow().routing();
        var after = Routing.CLOSED
                .withTraffic(TrafficSplit.allTo(GREEN.deployment()))
                .withMirror(Mirror.to(BLUE.deployment(), new Percent(20)));

        assertThat(runtime.ask(runtime.control.applyRouting(DIABETES, after))).isInstanceOf(Outcome.Applied.class);
        runtime.awaitEndpoint(DIABETES, endpoint -> endpoint.routing().equals(after));

        assertThat(runtime.ask(runtime.control.applyRouting(DIABETES, before))).isInstanceOf(Outcome.Applied.class);
        runtime.awaitEndpoint(DIABETES, endpoint -> endpoint.routing().equals(before));
    }

    @Test
    void a_routing_of_a_deployment_that_is_gone_is_refused_and_named() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);

        var outcome = runtime.ask(runtime.control.applyRouting(
                DIABETES, Routing.CLOSED.withTraffic(TrafficSplit.allTo(GREEN.deployment()))));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::message)
                                .containsExactly("there is no deployment called green"));
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE.deployment()));
    }

    @Test
    void all_traffic_to_the_shadow_ends_its_being_one_in_the_same_change() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.to(GREEN.deployment(), new Percent(10))));

        assertThat(runtime.ask(runtime.control.allTrafficTo(GREEN))).isInstanceOf(Outcome.Applied.class);

        runtime.awaitEndpoint(
                DIABETES, endpoint -> endpoint.routing().equals(Routing.CLOSED.allTo(GREEN.deployment())));
    }

    @Test
    void h1_a_new_deployment_gets_none_of_the_traffic_at_any_moment() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        int before = runtime.router.published().size();

        runtime.bringUp(GREEN, InitialTraffic.NONE);

        assertThat(runtime.router.upstreams(GREEN)).hasSize(1);
        assertThat(splitsSince(before)).isNotEmpty().containsOnly(TrafficSplit.allTo(BLUE.deployment()));
    }

    @Test
    void e2_all_traffic_of_others_goes_to_the_new_one_in_one_change_and_not_before_it_is_ready() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        runtime.ask(runtime.control.applyTraffic(DIABETES, tenth(GREEN)));
        runtime.awaitEndpoint(DIABETES, view -> view.routing().traffic().equals(tenth(GREEN)));
        int before = runtime.router.published().size();

        runtime.bringUp(RED, InitialTraffic.ALL);

        assertThat(new LinkedHashSet<>(splitsSince(before)))
                .containsExactly(tenth(GREEN), TrafficSplit.allTo(RED.deployment()));
    }

    private static TrafficSplit tenth(DeploymentId other) {
        return TrafficSplit.allTo(BLUE.deployment())
                .with(BLUE.deployment(), new Percent(90))
                .with(other.deployment(), new Percent(10));
    }

    /** Those that have been in force since so many tables were published. */
    private List<TrafficSplit> splitsSince(int tables) {
        var published = runtime.router.published();
        return published.subList(tables, published.size()).stream()
                .map(table ->
                        table.endpoint(DIABETES.text()).orElseThrow().wheel().split())
                .toList();
    }

    @Test
    void m4_a_deleted_shadow_takes_the_mirror_with_it() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        runtime.bringUp(GREEN, InitialTraffic.NONE);
        runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.to(GREEN.deployment(), new Percent(10))));

        runtime.ask(runtime.control.deleteDeployment(GREEN));

        runtime.awaitEndpoint(DIABETES, view -> view.routing().mirror().equals(Mirror.off()));
        runtime.awaitEndpoint(DIABETES, view -> view.deployments().size() == 1);
        assertThat(folder.resolve("home/deployments/diabetes/green")).doesNotExist();
    }

    @Test
    void a_refused_command_changes_nothing() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        var before = runtime.fleet().revision();

        assertThat(runtime.ask(runtime.control.deleteDeployment(BLUE))).isInstanceOf(Outcome.Refused.class);
        assertThat(runtime.ask(runtime.control.applyMirror(DIABETES, Mirror.to(BLUE.deployment(), new Percent(10)))))
                .isInstanceOf(Outcome.Refused.class);

        assertThat(runtime.fleet().revision()).isEqualTo(before);
    }
}
