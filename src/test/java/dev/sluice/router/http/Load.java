package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers at work side by side, each on a connection that it keeps. */
public final class Load {

    private static final int BROKEN = -1;
    private static final int UNLIMITED = 1 << 30;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> bodies = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> namesAndBodies = new ConcurrentHashMap<>();
    private final List<Thread> callers = new ArrayList<>();
    private final Semaphore due;
    private final Semaphore answers = new Semaphore(0);
    private final ScheduledExecutorService pacer = Executors.newSingleThreadScheduledExecutor();

    private Load(int due) {
        this.due = new Semaphore(due);
    }

    /** Each caller calls {@code calls} times, one after the other. */
    static Load start(int port, int callers, int calls) {
        return new Load(UNLIMITED).begin(port, callers, calls);
    }

    /** Until {@link #stop}; each request with these header fields. */
    static Load start(int port, int callers, String... fields) {
        return new Load(UNLIMITED).begin(port, callers, Integer.MAX_VALUE, fields);
    }

    /**
     * So many requests a second, until {@link #stop}: one falls due whether or not those before it have been answered,
     * and goes out on the first connection that is free.
     */
    public static Load paced(int port, int callers, int perSecond) {
        var load = new Load(0);
        load.pacer.scheduleAtFixedRate(
                load.due::release, 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
        return load.begin(port, callers, Integer.MAX_VALUE);
    }

    private Load begin(int port, int count, int calls, String... fields) {
        for (int i = 0; i < count; i++) {
            var caller = new Thread(() -> call(port, calls, fields), "caller");
            caller.start();
            callers.add(caller);
        }
        return this;
    }

    public int answered() {
        return statuses.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Until so many answers have come that nobody has waited for yet. */
    public void awaitNext(int count) throws InterruptedException {
        assertThat(answers.tryAcquire(count, 20, TimeUnit.SECONDS)).isTrue();
    }

    /** How many of each status there were; -1 stands for broken connections. */
    Map<Integer, Integer> await() throws InterruptedException {
        for (var caller : callers) {
            caller.join(60_000);
            assertThat(caller.isAlive()).as("a caller that waits for ever").isFalse();
        }
        pacer.shutdownNow();
        var counts = new TreeMap<Integer, Integer>();
        statuses.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    public Map<Integer, Integer> stop() throws InterruptedException {
        stopped.set(true);
        due.release(callers.size());
        return await();
    }

    int answeredBy(String body) {
        return bodies.getOrDefault(body, new AtomicInteger()).get();
    }

    /** How many answers there were of each deployment's name and body, such as {@code blue: hello}. */
    Map<String, AtomicInteger> namesAndBodies() {
        return namesAndBodies;
    }

    private void call(int port, int calls, String... fields) {
        try (var client = new RawClient(port)) {
            for (int i = 0; i < calls; i++) {
                due.acquire();
                if (stopped.get()) {
                    return;
                }
                var answer = client.call(RawClient.score("x", fields));
                count(bodies, answer.body());
                count(namesAndBodies, answer.field("azureml-model-deployment") + ": " + answer.body());
                count(statuses, answer.status());
                answers.release();
            }
        } catch (IOException broken) {
            count(statuses, BROKEN);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a caller", e);
        }
    }

    private static <K> void count(Map<K, AtomicInteger> counts, K key) {
        counts.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet();
    }
}
