package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class RedistributionProperties {

    private static final DeploymentName A = new DeploymentName("first");
    private static final DeploymentName B = new DeploymentName("second");
    private static final DeploymentName C = new DeploymentName("third");

    @Test
    void moving_one_share_keeps_the_proportions_of_the_others_and_moving_back_undoes_it() {
        var gesture = new Redistribution(split(50, 30, 20), Set.of(A, B, C));

        assertThat(gesture.to(A, 60)).isEqualTo(split(60, 24, 16));
        assertThat(gesture.to(A, 100)).isEqualTo(split(100, 0, 0));
        assertThat(gesture.to(A, 50)).isEqualTo(split(50, 30, 20));
    }

    @Test
    void the_total_stays_100_wherever_a_share_is_dragged() {
        qt().forAll(splits(), integers().between(-20, 120), integers().between(0, 7))
                .checkAssert((split, wanted, freed) -> {
                    var moved = new Redistribution(split, free(freed)).to(A, wanted);
                    assertThat(moved.total()).isEqualTo(100);
                });
    }

    @Test
    void followers_keep_their_proportions_within_one_percent() {
        qt().forAll(splits(), integers().between(0, 100)).checkAssert((split, wanted) -> {
            int others = split.shareOf(B).value() + split.shareOf(C).value();
            if (others > 0) {
                var moved = new Redistribution(split, Set.of(A, B, C)).to(A, wanted);
                double exact = (100.0 - wanted) * split.shareOf(B).value() / others;
                assertThat((double) moved.shareOf(B).value()).isBetween(Math.floor(exact), Math.ceil(exact));
            }
        });
    }

    @Test
    void what_is_not_free_keeps_its_share() {
        qt().forAll(splits(), integers().between(0, 100)).checkAssert((split, wanted) -> {
            var moved = new Redistribution(split, Set.of(A, B)).to(A, wanted);
            assertThat(moved.shareOf(C)).isEqualTo(split.shareOf(C));
        });
    }

    @Test
    void a_gesture_that_returns_ends_where_it_began() {
        qt().forAll(splits(), integers().between(0, 100)).checkAssert((split, detour) -> {
            var gesture = new Redistribution(split, Set.of(A, B, C));
            assertThat(gesture.to(A, detour)).isNotNull();
            assertThat(gesture.to(A, split.shareOf(A).value())).isEqualTo(split);
        });
    }

    @Test
    void when_all_others_are_at_zero_the_first_of_them_takes_over() {
        assertThat(new Redistribution(split(100, 0, 0), Set.of(A, B, C)).to(A, 90))
                .isEqualTo(split(90, 10, 0));
    }

    @Test
    void a_deployment_that_cannot_take_traffic_can_lose_its_share_but_not_gain() {
        var gesture = new Redistribution(split(80, 20, 0), Set.of(A));

        assertThat(gesture.to(B, 30)).isEqualTo(split(80, 20, 0));
        assertThat(gesture.to(B, 5)).isEqualTo(split(95, 5, 0));
    }

    @Test
    void with_nobody_to_take_over_nothing_moves() {
        var gesture = new Redistribution(split(100, 0, 0), Set.of(A));

        assertThat(gesture.lowest(A)).isEqualTo(100);
        assertThat(gesture.to(A, 40)).isEqualTo(split(100, 0, 0));
    }

    private static Gen<TrafficSplit> splits() {
        return lists().of(integers().between(0, 100)).ofSize(2).map(RedistributionProperties::cut);
    }

    private static TrafficSplit cut(List<Integer> places) {
        int low = Math.min(places.get(0), places.get(1));
        int high = Math.max(places.get(0), places.get(1));
        return split(low, high - low, 100 - high);
    }

    private static Set<DeploymentName> free(int bits) {
        var free = new TreeSet<DeploymentName>();
        var all = List.of(A, B, C);
        for (int i = 0; i < 3; i++) {
            if ((bits >> i & 1) == 1) {
                free.add(all.get(i));
            }
        }
        return free;
    }

    private static TrafficSplit split(int a, int b, int c) {
        var shares = new TreeMap<DeploymentName, Percent>();
        shares.put(A, new Percent(a));
        shares.put(B, new Percent(b));
        shares.put(C, new Percent(c));
        return TrafficSplit.of(shares);
    }
}
