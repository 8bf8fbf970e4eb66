package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.engine.InstanceId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The last lines of instances that have ended in trouble, whose own logs are gone: of the newest few of each deployment,
 * and of no more than {@value #MOST} in all. For the runtime's thread only.
 */
final class LastWords {

    static final int MOST = 40;
    static final int MOST_OF_A_DEPLOYMENT = 3;

    /** Some 0.5 MiB an instance, however long its lines are. */
    private static final int MOST_CHARACTERS = 256 * 1024;

    /** Lines oldest first. */
    record Ended(DeploymentId deployment, InstanceId id, String name, List<String> lines) {
        Ended {
            lines = List.copyOf(lines.subList(beginOfWhatFits(lines), lines.size()));
        }
    }

    private final Deque<Ended> kept = new ArrayDeque<>();

    void add(Ended ended) {
        kept.addLast(ended);
        forgetOldest(MOST_OF_A_DEPLOYMENT, other -> other.deployment().equals(ended.deployment()));
        forgetOldest(MOST, other -> true);
    }

    private void forgetOldest(int most, Predicate<Ended> among) {
        if (kept.stream().filter(among).count() > most) {
            kept.removeFirstOccurrence(kept.stream().filter(among).findFirst().orElseThrow());
        }
    }

    /** Oldest first. */
    List<Ended> of(DeploymentId deployment) {
        return kept.stream()
                .filter(ended -> ended.deployment().equals(deployment))
                .toList();
    }

    boolean has(InstanceId id) {
        return kept.stream().anyMatch(ended -> ended.id().equals(id));
    }

    void forget(DeploymentId deployment) {
        kept.removeIf(ended -> ended.deployment().equals(deployment));
    }

    private static int beginOfWhatFits(List<String> lines) {
        int characters = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            characters += lines.get(i).length();
            if (characters > MOST_CHARACTERS) {
                return i + 1;
            }
        }
        return 0;
    }
}
