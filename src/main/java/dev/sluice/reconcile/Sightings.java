package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.InstanceKey;
import dev.sluice.reconcile.Planner.Seen;
import dev.sluice.reconcile.Planner.Seen.Condition;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which instances there are. The engine is asked for the whole list, and what it said is laid over what is known from
 * our own starts and stops meanwhile: a list that was begun before a start or stop ended is out of date about it.
 */
final class Sightings {

    private static final Logger LOG = LoggerFactory.getLogger(Sightings.class);

    private final InstanceEngine engine;
    private final Clock clock;
    private final Executor loop;
    private final Runnable refreshed;
    private final Hearing hearing;
    private final SortedMap<String, Tracked> byName = new TreeMap<>();
    private final SortedMap<String, Seen> beingStarted = new TreeMap<>();
    private final Set<String> forgottenMeanwhile = new HashSet<>();
    private Set<String> knownAtCall = Set.of();
    private boolean listing;
    private boolean again;

    Sightings(InstanceEngine engine, Clock clock, Executor loop, Runnable refreshed) {
        this(engine, clock, loop, refreshed, new Hearing(LOG));
    }

    Sightings(InstanceEngine engine, Clock clock, Executor loop, Runnable refreshed, Hearing hearing) {
        this.engine = engine;
        this.clock = clock;
        this.loop = loop;
        this.refreshed = refreshed;
        this.hearing = hearing;
    }

    /** Asks the engine, and tells when its answer is laid in. Calls during a call make one more. */
    void refresh() {
        if (listing) {
            again = true;
            return;
        }
        listing = true;
        knownAtCall = Set.copyOf(byName.keySet());
        forgottenMeanwhile.clear();
        engine.list().whenCompleteAsync(this::listed, loop);
    }

    private void listed(@Nullable List<Instance> instances, @Nullable Throwable failure) {
        listing = false;
        if (failure != null) {
            hearing.silent(failure);
        } else if (instances != null) {
            hearing.answered();
            layIn(instances);
            refreshed.run();
        }
        if (again) {
            again = false;
            refresh();
        }
    }

    private void layIn(List<Instance> instances) {
        var vanished = new HashSet<>(knownAtCall);
        for (var instance : instances) {
            var name = instance.key().name();
            vanished.remove(name);
            if (!forgottenMeanwhile.contains(name) && !beingStarted.containsKey(name)) {
                see(instance);
            }
        }
        vanished.forEach(name -> find(name)
                .ifPresent(tracked -> see(new Instance(
                        tracked.instance().id(),
                        tracked.instance().key(),
                        tracked.instance().started(),
                        new Instance.Status.Ended(-1, "removed by somebody else")))));
    }

    /** One that ends while it is being taken out of service does what was asked of it; that is no failure. */
    private void see(Instance instance) {
        var name = instance.key().name();
        var known = byName.getOrDefault(name, new Tracked(instance, Condition.STARTING, clock.instant()));
        var newer = known.with(instance);
        byName.put(
                name,
                instance.status() instanceof Instance.Status.Ended && known.condition() != Condition.DRAINING
                        ? newer.become(Condition.ENDED, clock.instant())
                        : newer);
    }

    /** An instance of that name was asked for; it counts from now on. */
    void starting(InstanceKey key) {
        beingStarted.put(
                key.name(),
                new Seen(key.name(), key.deployment(), key.generation(), Condition.STARTING, clock.instant()));
    }

    void started(Instance instance) {
        beingStarted.remove(instance.key().name());
        see(instance);
    }

    void become(String name, Condition condition) {
        byName.computeIfPresent(name, (same, tracked) -> tracked.become(condition, clock.instant()));
    }

    /** It runs on, and is given up all the same. */
    void giveUp(String name, Tracked.Fault why) {
        byName.computeIfPresent(name, (same, tracked) -> tracked.failed(why, clock.instant()));
    }

    void forget(String name) {
        beingStarted.remove(name);
        byName.remove(name);
        forgottenMeanwhile.add(name);
    }

    Optional<Tracked> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean knows(String name) {
        return byName.containsKey(name) || beingStarted.containsKey(name);
    }

    Collection<Tracked> all() {
        return List.copyOf(byName.values());
    }

    List<Seen> seen() {
        return Stream.concat(byName.values().stream().map(Tracked::seen), beingStarted.values().stream())
                .toList();
    }

    boolean none(DeploymentId id) {
        return seen().stream().noneMatch(seen -> seen.deployment().equals(id));
    }

    boolean none(DeploymentId id, long generation) {
        return seen().stream().noneMatch(seen -> seen.deployment().equals(id) && seen.generation() == generation);
    }

    List<Tracked> ready(DeploymentId id, long generation) {
        return byName.values().stream()
                .filter(tracked -> tracked.deployment().equals(id)
                        && tracked.instance().key().generation() == generation
                        && tracked.condition() == Condition.READY)
                .toList();
    }
}
