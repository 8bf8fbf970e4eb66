package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers at work side by side, each on a connection that it keeps. */
final class Load {

    private static final int BROKEN = -1;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> bodies = new ConcurrentHashMap<>();
    private final List<Thread> callers = new ArrayList<>();

    /** Each caller calls {@code calls} times, one after the other. */
    static Load start(int port, int callers, int calls) {
        var load = new Load();
        for (int i = 0; i < callers; i++) {
            var caller = new Thread(() -> load.call(port, calls), "caller");
            caller.start();
            load.callers.add(caller);
        }
        return load;
    }

    /** Until {@link #stop}. */
    static Load start(int port, int callers) {
        return start(port, callers, Integer.MAX_VALUE);
    }

    int answered() {
        return statuses.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** How many of each status there were; -1 stands for broken connections. */
    Map<Integer, Integer> await() throws InterruptedException {
        for (var caller : callers) {
            caller.join(60_000);
            assertThat(caller.isAlive()).as("a caller that waits for ever").isFalse();
        }
        var counts = new TreeMap<Integer, Integer>();
        statuses.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    Map<Integer, Integer> stop() throws InterruptedException {
        stopped.set(true);
        return await();
    }

    int answeredBy(String body) {
        return bodies.getOrDefault(body, new AtomicInteger()).get();
    }

    private void call(int port, int calls) {
        try (var client = new RawClient(port)) {
            for (int i = 0; i < calls && !stopped.get(); i++) {
                var answer = client.call(RawClient.score("x"));
                count(statuses, answer.status());
                count(bodies, answer.body());
            }
        } catch (IOException broken) {
            count(statuses, BROKEN);
        }
    }

    private static <K> void count(Map<K, AtomicInteger> counts, K key) {
        counts.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet();
    }
}
