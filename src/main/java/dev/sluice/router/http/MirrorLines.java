package dev.sluice.router.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The copies that wait for their shadows, a line for each shadow, first come, first served: one that is busy does not
 * hold up the copies for another. They wait no longer than they may. For the lane's event loop only.
 */
final class MirrorLines {

    private final Map<MirrorTarget, Deque<MirrorCopy>> lines = new HashMap<>();
    private final Deadlines deadlines;

    MirrorLines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    void join(MirrorCopy copy) {
        lines.computeIfAbsent(copy.target(), none -> new ArrayDeque<>()).add(copy);
        deadlines.watch(copy, copy.deadline());
    }

    void quit(MirrorCopy copy) {
        deadlines.forget(copy);
        var line = lines.get(copy.target());
        if (line != null && line.removeFirstOccurrence(copy) && line.isEmpty()) {
            lines.remove(copy.target());
        }
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whom somebody waits for. */
    List<MirrorTarget> targets() {
        return List.copyOf(lines.keySet());
    }

    Optional<MirrorCopy> first(MirrorTarget target) {
        return Optional.ofNullable(lines.get(target)).map(Deque::peekFirst);
    }

    List<MirrorCopy> waitingFor(MirrorTarget target) {
        var line = lines.get(target);
        return line == null ? List.of() : List.copyOf(line);
    }
}
