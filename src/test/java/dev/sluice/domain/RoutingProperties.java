package dev.sluice.domain;

import static dev.sluice.domain.RandomRoutings.deployment;
import static dev.sluice.domain.RandomRoutings.existing;
import static dev.sluice.domain.RandomRoutings.routings;
import static dev.sluice.domain.RandomRoutings.splits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import org.junit.jupiter.api.Test;

class RoutingProperties {

    @Test
    void a_split_may_be_applied_exactly_when_it_adds_up_and_its_deployments_exist() {
        qt().forAll(splits(), existing()).checkAssert((split, existing) -> {
            int sum = split.shares().values().stream().mapToInt(Percent::value).sum();
            boolean allowed = (sum == 0 || sum == 100)
                    && existing.containsAll(split.shares().keySet());

            assertThat(split.problems(existing).isEmpty()).isEqualTo(allowed);
        });
    }

    @Test
    void a_routing_may_be_applied_exactly_when_split_and_mirror_may_and_nothing_is_live_and_shadow() {
        qt().forAll(routings(), existing()).checkAssert((routing, existing) -> {
            boolean mirrorAllowed = !(routing.mirror() instanceof Mirror.To to)
                    || existing.contains(to.target())
                            && to.share().value() <= 50
                            && !routing.traffic().shares().containsKey(to.target());
            boolean allowed =
                    mirrorAllowed && routing.traffic().problems(existing).isEmpty();

            assertThat(routing.problems(existing, EndpointKind.MANAGED).isEmpty())
                    .isEqualTo(allowed);
        });
    }

    @Test
    void a_kubernetes_endpoint_never_mirrors() {
        qt().forAll(routings(), existing()).checkAssert((routing, existing) -> {
            assertThat(routing.problems(existing, EndpointKind.KUBERNETES))
                    .hasSize(routing.problems(existing, EndpointKind.MANAGED).size()
                            + (routing.mirror() instanceof Mirror.To ? 1 : 0));
        });
    }

    @Test
    void a_split_holds_no_zeroes_and_gives_back_what_was_put_in() {
        qt().forAll(splits(), integers().between(0, 5), integers().between(0, 100))
                .checkAssert((split, index, share) -> {
                    var changed = split.with(deployment(index), new Percent(share));

                    assertThat(changed.shares().values()).doesNotContain(Percent.ZERO);
                    assertThat(changed.shareOf(deployment(index)).value()).isEqualTo(share);
                    assertThat(changed.total())
                            .isEqualTo(split.total()
                                    - split.shareOf(deployment(index)).value()
                                    + share);
                });
    }

    @Test
    void all_to_one_can_always_be_applied_and_leaves_a_mirror_to_another_alone() {
        qt().forAll(routings(), integers().between(0, 5)).checkAssert((routing, index) -> {
            var all = routing.allTo(deployment(index));

            assertThat(all.traffic()).isEqualTo(TrafficSplit.allTo(deployment(index)));
            assertThat(all.isShadow(deployment(index))).isFalse();
            assertThat(all.mirror()).isEqualTo(routing.isShadow(deployment(index)) ? Mirror.off() : routing.mirror());
        });
    }

    @Test
    void a_deployment_that_is_gone_is_in_no_routing_and_the_others_keep_what_they_had() {
        qt().forAll(routings(), integers().between(0, 5)).checkAssert((routing, index) -> {
            var gone = deployment(index);
            var rest = routing.without(gone);

            assertThat(rest.isLive(gone)).isFalse();
            assertThat(rest.isShadow(gone)).isFalse();
            RandomRoutings.first(6).stream().filter(name -> !name.equals(gone)).forEach(name -> {
                assertThat(rest.traffic().shareOf(name))
                        .isEqualTo(routing.traffic().shareOf(name));
                assertThat(rest.mirror().shareOf(name))
                        .isEqualTo(routing.mirror().shareOf(name));
            });
        });
    }
}
