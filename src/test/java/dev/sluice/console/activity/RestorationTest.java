package dev.sluice.console.activity;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.SampleActivity.split;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageFleet;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestorationTest {

    private final PageFleet live = PageFleet.of(BLUE, GREEN).share(BLUE, 100);

    @Test
    void it_says_what_it_would_do_to_split_and_mirror() {
        var wanted = split(Map.of("blue", 100)).withMirror(Mirror.to(GREEN, new Percent(10)));

        var way = of(wanted, live);

        assertThat(way.isPossible()).isTrue();
        assertThat(way.text()).isEqualTo("mirror: 10 % of the live requests are copied to green");
    }

    @Test
    void a_deployment_that_is_gone_is_named_and_nothing_can_be_restored() {
        var way = of(split(Map.of("blue", 50, "canary", 50)), live);

        assertThat(way.isPossible()).isFalse();
        assertThat(way.text()).isEqualTo("Deployment canary is not there any more. What to do: create it again first.");
        assertThat(of(split(Map.of("blue", 100)).withMirror(Mirror.to(CANARY, new Percent(5))), live)
                        .isPossible())
                .isFalse();
    }

    @Test
    void a_share_cannot_grow_onto_a_deployment_that_is_not_ready() {
        assertThat(of(split(Map.of("blue", 50, "green", 50)), live.creating(GREEN))
                        .text())
                .contains("green is not ready");
    }

    @Test
    void the_routing_of_a_deleted_endpoint_is_gone_with_it() {
        var way = Restoration.of(new EndpointName("churn"), Routing.CLOSED, live.fleet());

        assertThat(way.isPossible()).isFalse();
        assertThat(way.text()).isEqualTo("There is no endpoint called churn any more.");
    }

    @Test
    void what_is_in_force_already_need_not_be_restored() {
        assertThat(of(split(Map.of("blue", 100)), live).isPossible()).isFalse();
        assertThat(of(split(Map.of("blue", 100)), live).text()).contains("nothing to restore");
    }

    private static Restoration of(Routing wanted, PageFleet now) {
        return Restoration.of(DIABETES, wanted, now.fleet());
    }
}
