package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.Probe;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.RequestSettings;
import dev.sluice.engine.InstanceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one picture that the reconciler's parts share: what is wanted, and how far the work on each version is. A
 * deployment that is being replaced has two versions that are wanted, told apart by their generations.
 */
final class Board {

    private final Map<DeploymentId, SortedMap<Long, Work>> works = new HashMap<>();
    private final Set<DeploymentId> removing = new HashSet<>();
    private DesiredState desired = DesiredState.EMPTY;

    /** Remembers each deployment from now on until it is gone, even if it is unwanted again before any work on it. */
    void want(DesiredState next) {
        desired = next;
        wanted().values()
                .forEach(deployment -> versions(deployment)
                        .forEach(version -> workOn(version.spec().id(), version.generation())
                                .requestsMayTake(version.spec().requests().timeout())));
    }

    boolean isWanted(DeploymentId id) {
        return desired.deployment(id).isPresent();
    }

    Optional<DesiredDeployment> wanted(DeploymentId id) {
        return desired.deployment(id);
    }

    SortedMap<DeploymentId, DesiredDeployment> wanted() {
        var all = new TreeMap<DeploymentId, DesiredDeployment>();
        desired.endpoints()
                .values()
                .forEach(endpoint -> endpoint.deployments()
                        .values()
                        .forEach(deployment -> all.put(deployment.spec().id(), deployment)));
        return all;
    }

    /** What serves, and what is to take its place. */
    static Stream<DesiredDeployment> versions(DesiredDeployment deployment) {
        return Stream.concat(Stream.of(deployment), deployment.coming().stream());
    }

    /** The wanted version that is of this generation; empty if none is any more. */
    Optional<DesiredDeployment> version(DeploymentId id, long generation) {
        return desired.deployment(id).stream()
                .flatMap(Board::versions)
                .filter(version -> version.generation() == generation)
                .findFirst();
    }

    Optional<DesiredDeployment> version(InstanceKey key) {
        return version(key.deployment(), key.generation());
    }

    /** The version in force, if this one is to have from it what both have alike. */
    Optional<DesiredDeployment> basisOf(DesiredDeployment version) {
        return desired.deployment(version.spec().id())
                .filter(now -> now.provisioning() instanceof Provisioning.Replacing replacing
                        && replacing.generation() == version.generation()
                        && replacing.sources() == Provisioning.Sources.KEPT);
    }

    /** Whether this is the version that the deployment's job is about: an older one may lose an instance meanwhile. */
    boolean isNewest(DeploymentId id, long generation) {
        return desired.deployment(id)
                .filter(deployment -> deployment.coming().orElse(deployment).generation() != generation)
                .isEmpty();
    }

    /** The work on this generation; begun if there was none. */
    Work workOn(DeploymentId id, long generation) {
        return works.computeIfAbsent(id, unknown -> new TreeMap<>()).computeIfAbsent(generation, unknown -> new Work());
    }

    boolean remembers(DeploymentId id) {
        return works.containsKey(id);
    }

    Set<DeploymentId> remembered() {
        return Set.copyOf(works.keySet());
    }

    /** What instances of this generation are started from, if that was made ready in this run of the program. */
    Optional<Work.Stage.Ready> ready(DeploymentId id, long generation) {
        return Optional.ofNullable(works.get(id))
                .map(generations -> generations.get(generation))
                .flatMap(Board::ready);
    }

    /** All that is ready, wanted or not. */
    Stream<Work.Stage.Ready> ready() {
        return works.values().stream()
                .flatMap(generations -> generations.values().stream())
                .flatMap(work -> ready(work).stream());
    }

    private static Optional<Work.Stage.Ready> ready(Work work) {
        return work.stage() instanceof Work.Stage.Ready ready ? Optional.of(ready) : Optional.empty();
    }

    /** Whether anything is being done to the files of any of its versions. */
    boolean isUnderway(DeploymentId id) {
        return works.getOrDefault(id, new TreeMap<>()).values().stream().anyMatch(Work::isUnderway);
    }

    /** True the first time only, until it is forgotten. */
    boolean beginRemoving(DeploymentId id) {
        return removing.add(id);
    }

    void forget(DeploymentId id) {
        works.remove(id);
        removing.remove(id);
    }

    /** The remembered generations of a wanted deployment that are wanted no more. */
    List<Long> outdated(DeploymentId id) {
        return works.getOrDefault(id, new TreeMap<>()).keySet().stream()
                .filter(generation -> version(id, generation).isEmpty())
                .toList();
    }

    /** Gives up what is still being made for generations that nobody wants any more. */
    void abandonUnwanted() {
        works.forEach((id, generations) -> generations.forEach((generation, work) -> {
            if (version(id, generation).isEmpty()) {
                work.abandon();
            }
        }));
    }

    void forget(DeploymentId id, long generation) {
        works.getOrDefault(id, new TreeMap<>()).remove(generation);
    }

    /** Wanted, as the planner understands it. */
    Planner.Wanted plannedFor(DesiredDeployment deployment, Instant now) {
        var work = workOn(deployment.spec().id(), deployment.generation());
        boolean up = !(deployment.provisioning() instanceof Provisioning.GivenUp) && !work.isGivingUp();
        return new Planner.Wanted(
                deployment.generation(),
                up ? deployment.spec().instanceCount() : 0,
                up && work.stage() instanceof Work.Stage.Ready && work.backOff().allows(now),
                deployment.spec().upgradeStep(),
                deployment.coming().map(coming -> plannedFor(coming, now)));
    }

    Probe readinessOf(Tracked tracked) {
        return probeOf(tracked, DeploymentSpec::readiness);
    }

    Probe livenessOf(Tracked tracked) {
        return probeOf(tracked, DeploymentSpec::liveness);
    }

    private Probe probeOf(Tracked tracked, Function<DeploymentSpec, Probe> probe) {
        return version(tracked.instance().key())
                .or(() -> desired.deployment(tracked.deployment()))
                .map(deployment -> probe.apply(deployment.spec()))
                .orElse(Probe.DEFAULT);
    }

    /**
     * A request may take its whole timeout; a little more, and it is stuck. Of a generation that nobody has wanted in this
     * run of the program the timeout is not known: it may be the longest that there is.
     */
    Duration drainLimit(InstanceKey key) {
        return Optional.ofNullable(works.get(key.deployment()))
                .map(generations -> generations.get(key.generation()))
                .map(Work::longestRequest)
                .filter(longest -> !longest.isZero())
                .orElse(RequestSettings.longestTimeout(EndpointKind.KUBERNETES))
                .plusSeconds(5);
    }
}
