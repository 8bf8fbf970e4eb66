package dev.sluice.console.traffic;

import static java.util.stream.Collectors.toSet;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.TrafficSplit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The live splits that an endpoint went through, and where the rollout began that it is in: at whoever had all when it did.
 * Having all does not end a rollout, since just then it may turn out to be a bad one. It ends when its start is
 * {@link #without gone}, or when from all at its end the traffic goes on to a third deployment: that end is the next start.
 * A step straight back takes the step back, so that what is undone moves nothing.
 */
record RolloutPath(List<Step> steps) {

    /** A split, and where the rollout began that it is part of; empty while nobody was seen to have all. */
    record Step(TrafficSplit split, Optional<DeploymentName> start) {}

    static final RolloutPath UNKNOWN = new RolloutPath(List.of());

    /** More are never gone back. */
    private static final int MOST = 200;

    private static final int WHOLE = 100;

    RolloutPath {
        steps = List.copyOf(steps.subList(Math.max(0, steps.size() - MOST), steps.size()));
    }

    boolean isUnknown() {
        return steps.isEmpty();
    }

    Optional<DeploymentName> start() {
        return isUnknown() ? Optional.empty() : last().start();
    }

    /** Whoever is named on the way. */
    Set<DeploymentName> names() {
        return steps.stream().flatMap(step -> names(step.split()).stream()).collect(toSet());
    }

    /** Where live traffic is turned off and on again, nothing has begun or ended. */
    RolloutPath to(TrafficSplit split) {
        if (split.total() == 0 || !isUnknown() && last().split().equals(split)) {
            return this;
        }
        int size = steps.size();
        if (size > 1 && steps.get(size - 2).split().equals(split)) {
            return new RolloutPath(steps.subList(0, size - 1));
        }
        return and(new Step(split, startOf(split)));
    }

    /** What names one that was deleted, or is another version now, is no way that could be gone back. */
    RolloutPath without(DeploymentName gone) {
        var left = UNKNOWN;
        for (var step : steps) {
            if (!names(step.split()).contains(gone)) {
                boolean stands = left.isUnknown() && !step.start().equals(Optional.of(gone));
                left = stands ? left.and(step) : left.to(step.split());
            }
        }
        return left;
    }

    /** A new version has taken the older one's place: of one without live traffic, it is not what a rollout began from. */
    RolloutPath renewed(DeploymentName name) {
        return isUnknown() || names(last().split()).contains(name) ? this : without(name);
    }

    private Optional<DeploymentName> startOf(TrafficSplit split) {
        var ended = isUnknown() ? Optional.<DeploymentName>empty() : whole(last().split());
        if (start().isEmpty()) {
            return ended.or(() -> whole(split));
        }
        boolean goesOn = ended.isPresent()
                && names(split).stream().anyMatch(name -> !name.equals(ended.get()) && !name.equals(start().get()));
        return goesOn ? ended : start();
    }

    private RolloutPath and(Step step) {
        return new RolloutPath(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }

    private static Set<DeploymentName> names(TrafficSplit split) {
        return split.shares().keySet();
    }

    private static Optional<DeploymentName> whole(TrafficSplit split) {
        return names(split).stream()
                .filter(name -> split.shareOf(name).value() == WHOLE)
                .findFirst();
    }
}
