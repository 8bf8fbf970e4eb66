package dev.sluice.reconcile;

import dev.sluice.domain.DeploymentId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has happened to instances: their newest probes, and how the newest that ended came to it. Bounded. */
final class History {

    /** Ten minutes of both probes of a ready instance, with the cloud's period. */
    private static final int PROBES_KEPT = 120;

    private static final int EXITS_KEPT = 10;

    /** A starting instance is asked ten times a second; of the same answers only one a second is kept. */
    private static final Duration APART = Duration.ofSeconds(1);

    /** The deployment's exits, oldest first, and how many there were in all. */
    private static final class Exits {
        private final Deque<Exit> newest = new ArrayDeque<>();
        private int count;
    }

    private final Map<String, Deque<Probing>> probes = new HashMap<>();
    private final Map<DeploymentId, Exits> exits = new HashMap<>();

    void probed(String instance, Probing probing) {
        var kept = probes.computeIfAbsent(instance, unknown -> new ArrayDeque<>());
        if (!kept.isEmpty() && repeats(kept.getLast(), probing)) {
            return;
        }
        kept.addLast(probing);
        if (kept.size() > PROBES_KEPT) {
            kept.removeFirst();
        }
    }

    void ended(DeploymentId id, Exit exit) {
        var kept = exits.computeIfAbsent(id, unknown -> new Exits());
        kept.count++;
        kept.newest.addLast(exit);
        if (kept.newest.size() > EXITS_KEPT) {
            kept.newest.removeFirst();
        }
    }

    /** Oldest first. */
    List<Probing> probes(String instance) {
        return List.copyOf(probes.getOrDefault(instance, new ArrayDeque<>()));
    }

    /** Newest first. */
    List<Exit> exits(DeploymentId id) {
        var newestFirst = new ArrayDeque<Exit>();
        exits.getOrDefault(id, new Exits()).newest.forEach(newestFirst::addFirst);
        return List.copyOf(newestFirst);
    }

    int exitCount(DeploymentId id) {
        return exits.getOrDefault(id, new Exits()).count;
    }

    void forget(String instance) {
        probes.remove(instance);
    }

    void forget(DeploymentId id) {
        exits.remove(id);
    }

    private static boolean repeats(Probing last, Probing next) {
        return last.kind() == next.kind()
                && last.finding() == next.finding()
                && next.at().isBefore(last.at().plus(APART));
    }
}
