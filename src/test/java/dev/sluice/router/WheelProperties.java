package dev.sluice.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class WheelProperties {

    @Test
    void of_any_first_requests_each_deployment_got_its_share_within_one() {
        qt().forAll(splits(), integers().between(1, 350)).checkAssert((split, requests) -> {
            var wheel = new Wheel(split);
            var got = new HashMap<DeploymentName, Integer>();
            for (int n = 1; n <= requests; n++) {
                got.merge(wheel.next().orElseThrow(), 1, Integer::sum);
                for (var share : split.shares().entrySet()) {
                    double owed = n * share.getValue().value() / 100.0;
                    assertThat(Math.abs(got.getOrDefault(share.getKey(), 0) - owed))
                            .as("%s after %d requests of %s", share.getKey(), n, split)
                            .isLessThan(1.0);
                }
            }
        });
    }

    @Test
    void of_any_hundred_requests_in_a_row_exactly_the_mirrors_percentage_is_copied() {
        qt().forAll(integers().between(1, 50), integers().between(0, 400)).checkAssert((percent, before) -> {
            var rule = new MirrorRule(Mirror.to(new DeploymentName("green"), new Percent(percent)));
            IntStream.range(0, before).forEach(n -> rule.samplesNext());
            assertThat(IntStream.range(0, 100).filter(n -> rule.samplesNext()).count())
                    .isEqualTo(percent.longValue());
        });
    }

    @Test
    void twenty_requests_at_ten_percent_make_exactly_two_copies() {
        var rule = new MirrorRule(Mirror.to(new DeploymentName("green"), new Percent(10)));
        assertThat(IntStream.range(0, 20).filter(n -> rule.samplesNext()).count())
                .isEqualTo(2);
    }

    @Test
    void without_live_traffic_there_is_no_next_deployment() {
        assertThat(new Wheel(TrafficSplit.NONE).next()).isEmpty();
    }

    /** Splits of up to six deployments that add up to 100: cut points on a line of 100. */
    private static Gen<TrafficSplit> splits() {
        return lists().of(integers().between(0, 100)).ofSizeBetween(0, 5).map(WheelProperties::splitAt);
    }

    private static TrafficSplit splitAt(List<Integer> cuts) {
        var sorted = cuts.stream().sorted().toList();
        var split = TrafficSplit.NONE;
        int from = 0;
        for (int i = 0; i <= sorted.size(); i++) {
            int to = i < sorted.size() ? sorted.get(i) : 100;
            split = split.with(new DeploymentName("model-" + i), new Percent(to - from));
            from = to;
        }
        return split;
    }
}
