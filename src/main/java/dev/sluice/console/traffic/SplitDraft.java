package dev.sluice.console.traffic;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Redistribution;
import dev.sluice.domain.TrafficSplit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The split that the user is setting up. Moving the same share again and again is one gesture: the others follow from
 * where they stood when it began. When another split comes into force meanwhile, what the user has moved is moved again
 * from there, so that what others have changed is not taken back by the way. For the UI thread only.
 */
final class SplitDraft {

    /** What became of a draft when another split came into force. */
    enum Fate {
        /** There was none, or it is what came into force. */
        NONE,
        CARRIED_OVER,
        /** There is no one left to give the shares to. */
        LOST
    }

    private final Set<DeploymentName> locked = new HashSet<>();
    /** What the user has moved by hand and where to, the last last; empty when the whole split was set at once. */
    private final Map<DeploymentName, Integer> moves = new LinkedHashMap<>();

    private TrafficSplit inForce = TrafficSplit.NONE;
    private TrafficSplit draft = TrafficSplit.NONE;
    private Optional<TrafficSplit> sent = Optional.empty();
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

    /** Takes in the split that now holds. */
    Fate hold(TrafficSplit newer, Set<DeploymentName> existing, Set<DeploymentName> eligible) {
        locked.retainAll(existing);
        boolean stands = existing.containsAll(draft.shares().keySet());
        if (newer.equals(inForce) && stands) {
            return Fate.NONE;
        }
        boolean wasDraft = isChanged();
        boolean wasSent = sent.filter(newer::equals).isPresent();
        inForce = newer;
        if (wasSent) {
            moves.entrySet().removeIf(move -> newer.shareOf(move.getKey()).value() == move.getValue());
        }
        if (!wasDraft || newer.equals(draft)) {
            set(newer);
            return Fate.NONE;
        }
        return wasSent && stands ? Fate.NONE : carryOver(existing, eligible, stands);
    }

    private Fate carryOver(Set<DeploymentName> existing, Set<DeploymentName> eligible, boolean stands) {
        moving = Set.of();
        moves.keySet().retainAll(existing);
        if (!moves.isEmpty() && inForce.total() > 0) {
            draft = replayed(eligible);
        } else if (!stands) {
            set(inForce);
        }
        return isChanged() ? Fate.CARRIED_OVER : Fate.LOST;
    }

    private TrafficSplit replayed(Set<DeploymentName> eligible) {
        var split = inForce;
        for (var move : moves.entrySet()) {
            split = new Redistribution(split, free(eligible)).to(move.getKey(), move.getValue());
        }
        return split;
    }

    void move(DeploymentName name, int wanted, Set<DeploymentName> eligible) {
        var free = free(eligible);
        if (!moving.contains(name) || !gesture.free().equals(free)) {
            gesture = new Redistribution(draft, free);
            moving = Set.of(name);
        }
        draft = gesture.to(name, wanted);
        moved(name);
    }

    /** Moves the border between two: one gets what the other gives, and the others stay. */
    void moveBetween(DeploymentName one, DeploymentName other, int wanted, Set<DeploymentName> eligible) {
        var free = free(eligible);
        free.retainAll(Set.of(one, other));
        draft = new Redistribution(draft, free).to(one, wanted);
        moving = Set.of();
        moved(one);
        moved(other);
    }

    private void moved(DeploymentName name) {
        moves.remove(name);
        moves.put(name, draft.shareOf(name).value());
    }

    /** Who gave way to a later move, though the user had set it by hand: what it was set to. */
    Map<DeploymentName, Integer> gaveWay() {
        var given = new TreeMap<DeploymentName, Integer>(moves);
        given.entrySet().removeIf(move -> draft.shareOf(move.getKey()).value() == move.getValue());
        return given;
    }

    /** How far {@code name} can be moved from here. */
    Redistribution reach(Set<DeploymentName> eligible) {
        return new Redistribution(draft, free(eligible));
    }

    void set(TrafficSplit split) {
        draft = split;
        moving = Set.of();
        moves.clear();
    }

    /** The draft is on its way to be applied: when it comes into force, nobody else has changed anything. */
    void send() {
        sent = Optional.of(draft);
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
