package dev.sluice.console.traffic;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Redistribution;
import dev.sluice.domain.TrafficSplit;
import java.util.HashSet;
import java.util.Set;

/**
 * The split that the user is setting up. Moving the same share again and again is one gesture: the others follow from
 * where they stood when it began. For the UI thread only.
 */
final class SplitDraft {

    private final Set<DeploymentName> locked = new HashSet<>();
    private TrafficSplit inForce = TrafficSplit.NONE;
    private TrafficSplit draft = TrafficSplit.NONE;
    private Redistribution gesture = new Redistribution(TrafficSplit.NONE, Set.of());
    private Set<DeploymentName> moving = Set.of();

    TrafficSplit split() {
        return draft;
    }

    TrafficSplit inForce() {
        return inForce;
    }

    boolean isChanged() {
        return !draft.equals(inForce);
    }

    boolean isLocked(DeploymentName name) {
        return locked.contains(name);
    }

    /** Takes in the split that now holds; what the user has changed stays, if its deployments are still there. */
    void hold(TrafficSplit newer, Set<DeploymentName> existing) {
        locked.retainAll(existing);
        boolean keep = isChanged() && existing.containsAll(draft.shares().keySet());
        inForce = newer;
        if (!keep) {
            set(newer);
        }
    }

    void move(DeploymentName name, int wanted, Set<DeploymentName> eligible) {
        var free = free(eligible);
        if (!moving.contains(name) || !gesture.free().equals(free)) {
            gesture = new Redistribution(draft, free);
            moving = Set.of(name);
        }
        draft = gesture.to(name, wanted);
    }

    /** How far {@code name} can be moved from here. */
    Redistribution reach(Set<DeploymentName> eligible) {
        return new Redistribution(draft, free(eligible));
    }

    void set(TrafficSplit split) {
        draft = split;
        moving = Set.of();
    }

    /** Begins anew, for another endpoint. */
    void forget() {
        locked.clear();
        inForce = TrafficSplit.NONE;
        set(TrafficSplit.NONE);
    }

    void toggleLock(DeploymentName name) {
        if (!locked.remove(name)) {
            locked.add(name);
        }
        moving = Set.of();
    }

    private Set<DeploymentName> free(Set<DeploymentName> eligible) {
        var free = new HashSet<>(eligible);
        free.removeAll(locked);
        return free;
    }
}
