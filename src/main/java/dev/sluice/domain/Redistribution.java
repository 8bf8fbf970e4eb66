package dev.sluice.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the other shares follow when a person moves one. They keep their proportions as they were in {@code start}, the
 * split when the gesture began, so that dragging out and back ends where it began; the total stays what it was.
 *
 * @param free the deployments whose share may grow or shrink by itself: neither locked nor unable to take traffic
 */
public record Redistribution(TrafficSplit start, Set<DeploymentName> free) {

    public Redistribution {
        free = Set.copyOf(free);
    }

    /** The least that {@code name} can be given: all of it stays where it is when nobody can take it over. */
    public int lowest(DeploymentName name) {
        return followers(name).isEmpty() ? start.shareOf(name).value() : 0;
    }

    /** The most that {@code name} can be given: what it has and what the free ones can give up. */
    public int highest(DeploymentName name) {
        return free.contains(name) ? available(name) : start.shareOf(name).value();
    }

    /** The split with {@code name} at {@code wanted}, or as near as {@link #lowest} and {@link #highest} allow. */
    public TrafficSplit to(DeploymentName name, int wanted) {
        int share = Math.max(lowest(name), Math.min(highest(name), wanted));
        var shares = new TreeMap<>(start.shares());
        shares.put(name, new Percent(share));
        spread(available(name) - share, followers(name), shares);
        return TrafficSplit.of(shares);
    }

    private int available(DeploymentName name) {
        return start.shareOf(name).value()
                + followers(name).stream()
                        .mapToInt(other -> start.shareOf(other).value())
                        .sum();
    }

    private List<DeploymentName> followers(DeploymentName name) {
        return new TreeSet<>(free).stream().filter(other -> !other.equals(name)).toList();
    }

    /** Largest remainders first: the parts are whole and add up to {@code amount} exactly. */
    private void spread(int amount, List<DeploymentName> followers, TreeMap<DeploymentName, Percent> shares) {
        if (followers.isEmpty()) {
            return;
        }
        int before = followers.stream()
                .mapToInt(other -> start.shareOf(other).value())
                .sum();
        if (before == 0) {
            shares.put(followers.get(0), new Percent(amount));
            return;
        }
        int left = amount;
        for (var other : followers) {
            int whole = start.shareOf(other).value() * amount / before;
            shares.put(other, new Percent(whole));
            left -= whole;
        }
        var byRemainder = new ArrayList<>(followers);
        byRemainder.sort(Comparator.comparingInt(
                        (DeploymentName other) -> start.shareOf(other).value() * amount % before)
                .reversed());
        for (var other : byRemainder.subList(0, left)) {
            shares.merge(other, new Percent(1), (share, one) -> new Percent(share.value() + one.value()));
        }
    }
}
