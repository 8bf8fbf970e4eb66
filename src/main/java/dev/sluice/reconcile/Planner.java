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
 */
public final class Planner {

    /**
     * What should run of one deployment.
     *
     * @param mayStart false while its files and environment are not ready yet, or it is held back after a crash
     * @param coming what is to take its place and should run beside it until then
     */
    public record Wanted(long generation, int instances, boolean mayStart, Optional<Wanted> coming) {

        boolean isOf(Seen instance) {
            return instance.generation() == generation;
        }

        /** Of a later generation that was to take its place and is wanted no more. */
        boolean hasAbandoned(Seen instance) {
            return instance.generation() > generation
                    && coming.filter(next -> next.isOf(instance)).isEmpty();
        }
    }

    /** What is there of one instance; one that is being started counts already. */
    public record Seen(String name, DeploymentId deployment, long generation, Condition condition, Instant since) {

        public enum Condition {
            STARTING,
            READY,
            DRAINING,
            ENDED
        }

        boolean serves() {
            return condition == Condition.STARTING || condition == Condition.READY;
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
        var serving = instances.stream().filter(Seen::serves).toList();
        var present = towardsCount(id, want, serving, actions);
        want.coming().ifPresent(coming -> towardsCount(id, coming, serving, actions));
        retire(serving.stream().filter(want::hasAbandoned).toList(), actions);
        if (readyOf(present) >= want.instances()) {
            retireOlder(want, serving, actions);
        }
    }

    /** Starts what is missing of one generation, or retires its surplus; gives what there is of it. */
    private static List<Seen> towardsCount(DeploymentId id, Wanted want, List<Seen> serving, List<Action> actions) {
        var present =
                serving.stream().filter(want::isOf).sorted(DISPENSABLE_FIRST).toList();
        if (want.mayStart()) {
            for (int missing = want.instances() - present.size(); missing > 0; missing--) {
                actions.add(new Action.Start(id, want.generation()));
            }
        }
        retire(present.subList(0, Math.max(0, present.size() - want.instances())), actions);
        return present;
    }

    /** The older generation serves until the present one is complete: a rolling replace never loses capacity. */
    private static void retireOlder(Wanted want, List<Seen> serving, List<Action> actions) {
        retire(
                serving.stream()
                        .filter(instance -> instance.generation() < want.generation())
                        .toList(),
                actions);
    }

    private static long readyOf(List<Seen> instances) {
        return instances.stream()
                .filter(instance -> instance.condition() == Condition.READY)
                .count();
    }

    private static void retire(List<Seen> instances, List<Action> actions) {
        instances.forEach(instance -> actions.add(new Action.Retire(instance.name())));
    }
}
