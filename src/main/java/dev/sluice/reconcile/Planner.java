package dev.sluice.reconcile;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.sluice.domain.DeploymentId;
import dev.sluice.reconcile.Planner.Seen.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Works out the steps from what runs to what should run. Pure: the same two pictures give the same plan, so every rule
 * here is tested without an engine, a clock or a thread.
 *
 * <p>One version takes another's place in steps: a few instances of it start, and as each is ready one of the others is
 * retired, so that there are never fewer ready than there were. A version that is given up half-way is replaced in the
 * same way by the one that it was to replace.
 */
public final class Planner {

    /**
     * What should run of one version of a deployment.
     *
     * @param mayStart false while its files and environment are not ready yet, or it is held back after a crash
     * @param step how many of it may be on their way up at once while others serve
     * @param coming what is to take its place
     */
    public record Wanted(long generation, int instances, boolean mayStart, int step, Optional<Wanted> coming) {

        boolean isOf(Seen instance) {
            return instance.generation() == generation;
        }

        /** One of a version that was to come and is wanted no more, which cannot stand in for one of this. */
        boolean hasNoUseFor(Seen other) {
            return other.generation() > generation && other.condition() != Condition.READY;
        }
    }

    /** What is there of one instance; one that is being started counts already. */
    public record Seen(String name, DeploymentId deployment, long generation, Condition condition, Instant since) {

        public enum Condition {
            STARTING,
            /** It was ready, and its readiness probe has failed too often since: it gets no requests. */
            UNREADY,
            READY,
            DRAINING,
            ENDED
        }

        boolean serves() {
            return condition == Condition.STARTING || condition == Condition.UNREADY || condition == Condition.READY;
        }
    }

    /** Those not ready first, then the youngest: what has served longest is kept. */
    private static final Comparator<Seen> DISPENSABLE_FIRST = comparing(Seen::condition)
            .thenComparing(Seen::since, Comparator.reverseOrder())
            .thenComparing(Seen::name);

    public List<Action> plan(SortedMap<DeploymentId, Wanted> wanted, List<Seen> seen) {
        var byDeployment = seen.stream().collect(groupingBy(Seen::deployment, TreeMap::new, toList()));
        var actions = new ArrayList<Action>();
        clearEnded(seen, actions);
        wanted.forEach((id, want) -> towards(id, want, byDeployment.getOrDefault(id, List.of()), actions));
        byDeployment.forEach((id, instances) -> {
            if (!wanted.containsKey(id)) {
                retire(instances.stream().filter(Seen::serves).toList(), actions);
            }
        });
        return List.copyOf(actions);
    }

    private static void clearEnded(List<Seen> seen, List<Action> actions) {
        seen.stream()
                .filter(instance -> instance.condition() == Condition.ENDED)
                .forEach(instance -> actions.add(new Action.Clear(instance.name())));
    }

    private static void towards(DeploymentId id, Wanted want, List<Seen> instances, List<Action> actions) {
        var serving = instances.stream()
                .filter(Seen::serves)
                .sorted(DISPENSABLE_FIRST)
                .toList();
        var target = want.coming().orElse(want);
        var present = serving.stream().filter(target::isOf).toList();
        var rest = serving.stream().filter(instance -> !target.isOf(instance)).toList();
        var others = rest.stream().filter(other -> !want.hasNoUseFor(other)).toList();
        int othersWanted = Math.max(0, want.instances() - count(present, Condition.READY));
        boolean isSettled = true;
        if (want.coming().isPresent()) {
            int missing = want.mayStart() ? Math.max(0, othersWanted - others.size()) : 0;
            start(id, want, missing, actions);
            isSettled = missing == 0 && count(others, Condition.STARTING) == 0;
        }
        if (target.mayStart() && isSettled) {
            start(id, target, startable(target, present, others), actions);
        }
        retire(rest.stream().filter(want::hasNoUseFor).toList(), actions);
        retire(present.subList(0, Math.max(0, present.size() - target.instances())), actions);
        retire(others.subList(0, Math.max(0, others.size() - othersWanted)), actions);
    }

    /** What is missing of a version: all of it, or no more than a step while instances of other versions serve. */
    private static int startable(Wanted target, List<Seen> present, List<Seen> others) {
        int missing = Math.max(0, target.instances() - present.size());
        int underway = present.size() - count(present, Condition.READY);
        return others.isEmpty() ? missing : Math.min(missing, Math.max(0, target.step() - underway));
    }

    private static void start(DeploymentId id, Wanted version, int count, List<Action> actions) {
        for (int i = 0; i < count; i++) {
            actions.add(new Action.Start(id, version.generation()));
        }
    }

    private static int count(List<Seen> instances, Condition condition) {
        return (int) instances.stream()
                .filter(instance -> instance.condition() == condition)
                .count();
    }

    private static void retire(List<Seen> instances, List<Action> actions) {
        instances.forEach(instance -> actions.add(new Action.Retire(instance.name())));
    }
}
