package dev.sluice.app;

import dev.sluice.demo.Account.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which deployments could answer, and when. A split is in force for certain from when its command was answered to when
 * the next command was given; in between either of the two may be. Times are by the nano clock.
 */
final class SplitsInForce {

    private record Period(Set<String> live, long from, long to) {
        boolean overlaps(Answered answer) {
            return answer.sentNanos() <= to && from <= answer.endedNanos();
        }
    }

    private final List<Period> past = new ArrayList<>();
    private Set<String> live;
    private long since;

    SplitsInForce(Set<String> live) {
        this.live = live;
        this.since = System.nanoTime();
    }

    /** A command is about to be given after which these are live, and {@code done} gives it and sees it answered. */
    void change(Set<String> next, Runnable done) {
        long given = System.nanoTime();
        done.run();
        past.add(new Period(live, since, System.nanoTime()));
        live = next;
        since = given;
    }

    /** Whether a deployment that was live at some time while the request was on its way has answered it. */
    boolean allowed(Answered answer) {
        return new Period(live, since, Long.MAX_VALUE).overlaps(answer) && live.contains(answer.deployment())
                || past.stream()
                        .anyMatch(period ->
                                period.overlaps(answer) && period.live().contains(answer.deployment()));
    }
}
