package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.DIABETES;
import static dev.sluice.domain.SampleSpecs.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.router.Access;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of an endpoint that gets another description while it serves. */
class EndpointUpdatesTest extends BlueUnderUpdate {

    @Test
    void b4_an_endpoint_changes_its_labels_authentication_and_routing_at_once() throws Exception {
        var spec = new EndpointSpec(
                DIABETES, EndpointKind.MANAGED, AuthMode.AML_TOKEN, Labels.of("now with tokens", Map.of()));

        assertThat(runtime.ask(runtime.control.updateEndpoint(spec, Routing.CLOSED)))
                .isInstanceOf(Outcome.Applied.class);

        assertThat(runtime.fleet().endpoint(DIABETES).orElseThrow().spec()).isEqualTo(spec);
        assertThat(split()).isEqualTo(TrafficSplit.NONE);
        var access =
                runtime.router.table().endpoint(DIABETES.text()).orElseThrow().access();
        var token = runtime.get(runtime.control.credentials(DIABETES)).bearer().reveal();
        assertThat(access.check("Bearer " + token)).isEqualTo(Access.Verdict.GRANTED);
        assertThat(access.check("Bearer key-1")).isEqualTo(Access.Verdict.DENIED);
    }

    @Test
    void j7_a_new_description_leaves_the_routing_to_whoever_has_changed_it_meanwhile() throws Exception {
        var seen = runtime.fleet().endpoint(DIABETES).orElseThrow().spec();
        runtime.ask(runtime.control.applyTraffic(DIABETES, TrafficSplit.NONE));

        var described = new EndpointSpec(DIABETES, seen.kind(), seen.auth(), Labels.of("tagged", Map.of("a", "1")));
        assertThat(runtime.ask(runtime.control.describeEndpoint(described))).isInstanceOf(Outcome.Applied.class);

        assertThat(runtime.fleet().endpoint(DIABETES).orElseThrow().spec()).isEqualTo(described);
        assertThat(split()).isEqualTo(TrafficSplit.NONE);
    }

    @Test
    void an_endpoint_cannot_become_a_kubernetes_one_or_route_to_nobody() throws Exception {
        var spec = new EndpointSpec(DIABETES, EndpointKind.KUBERNETES, AuthMode.KEY, Labels.NONE);
        var routing = Routing.CLOSED.withTraffic(TrafficSplit.allTo(GREEN.deployment()));

        var refused = (Outcome.Refused) runtime.ask(runtime.control.updateEndpoint(spec, routing));

        assertThat(refused.problems()).extracting(Problem::path).containsExactly("compute", "traffic.green");
    }
}
