package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.router.http.Message;
import dev.sluice.router.http.Origin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Answers each request only when a few more have come, to whichever instance: under load there are always some in
 * flight, so that no instance is retired at rest. Safe from any thread.
 */
final class Laggards {

    private final Deque<CountDownLatch> unanswered = new ArrayDeque<>();
    private int most;

    /** @param most how many are kept waiting, all instances together */
    Laggards(int most) {
        this.most = most;
    }

    void answer(Message request, Origin.Line line, String body) throws Exception {
        var turn = new CountDownLatch(1);
        add(turn);
        assertThat(turn.await(20, TimeUnit.SECONDS)).isTrue();
        line.send(Origin.ok(body));
    }

    private synchronized void add(CountDownLatch turn) {
        unanswered.addLast(turn);
        letGoAllBut(most);
    }

    /** From now on nobody waits. */
    synchronized void letAllGo() {
        most = 0;
        letGoAllBut(0);
    }

    private void letGoAllBut(int rest) {
        while (unanswered.size() > rest) {
            unanswered.removeFirst().countDown();
        }
    }
}
