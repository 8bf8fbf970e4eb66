package dev.sluice.domain;

import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quicktheories.core.Gen;

/** Routings over deployments {@code d-0} to {@code d-5}, whether they may be applied or not. */
final class RandomRoutings {

    private RandomRoutings() {}

    /** Shares of up to five deployments; sums of 0 and of 100 are among them, and not rare. */
    static Gen<TrafficSplit> splits() {
        var any = lists().of(integers().between(0, 100)).ofSizeBetween(0, 5).map(RandomRoutings::split);
        var whole = integers().between(0, 100).map(cut -> split(List.of(cut, 100 - cut)));
        return any.mix(whole, 50);
    }

    static Gen<Mirror> mirrors() {
        return integers()
                .between(0, 5)
                .zip(integers().between(0, 100), (target, share) -> Mirror.to(deployment(target), new Percent(share)));
    }

    static Gen<Routing> routings() {
        return splits().zip(mirrors(), Routing::new);
    }

    /** The first so many deployments. */
    static Gen<Set<DeploymentName>> existing() {
        return integers().between(0, 6).map(RandomRoutings::first);
    }

    static Set<DeploymentName> first(int count) {
        var names = new TreeSet<DeploymentName>();
        for (int i = 0; i < count; i++) {
            names.add(deployment(i));
        }
        return names;
    }

    static DeploymentName deployment(int index) {
        return new DeploymentName("d-" + index);
    }

    private static TrafficSplit split(List<Integer> shares) {
        var split = TrafficSplit.NONE;
        for (int i = 0; i < shares.size(); i++) {
            split = split.with(deployment(i), new Percent(shares.get(i)));
        }
        return split;
    }
}
