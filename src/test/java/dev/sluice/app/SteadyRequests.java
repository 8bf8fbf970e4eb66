package dev.sluice.app;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Requests at a steady rate, in an open loop: each has its instant, and is sent then whether or not those before it were
 * answered. Only when as many are under way as a deployment takes do the next ones wait: how many a second are answered
 * depends on the machine and on what else it does, and is told rather than demanded. Every one is answered or told among
 * the failures.
 */
final class SteadyRequests implements AutoCloseable {

    /** Fewer than are refused by {@link LiveModel}'s deployment, with room for those that a user sends. */
    private static final int MOST_UNDER_WAY = 180;

    private static final int SECONDS_TO_ANSWER = 60;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final HttpRequest request;
    private final long apart;
    private final long began = System.nanoTime();
    private final Thread sender = new Thread(this::send, "steady-requests");
    private volatile boolean isOver;

    private SteadyRequests(int perSecond, HttpRequest request) {
        this.apart = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.request = request;
    }

    static SteadyRequests start(int perSecond, HttpRequest request) {
        var requests = new SteadyRequests(perSecond, request);
        requests.sender.start();
        return requests;
    }

    private void send() {
        try {
            for (long due = began; !isOver; due += apart) {
                while (due > System.nanoTime() && !isOver) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                room.acquire();
                client.sendAsync(request, BodyHandlers.ofString()).whenComplete(this::take);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(@Nullable HttpResponse<String> answer, @Nullable Throwable lost) {
        if (answer == null) {
            failures.add(String.valueOf(lost));
        } else if (answer.statusCode() == 200) {
            answered.incrementAndGet();
        } else {
            failures.add("status " + answer.statusCode() + " " + answer.body());
        }
        room.release();
    }

    int answered() {
        return answered.get();
    }

    /** Ends them and waits for what is under way; what was not answered with 200. */
    List<String> failures() throws InterruptedException {
        isOver = true;
        sender.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_ANSWER));
        if (room.tryAcquire(MOST_UNDER_WAY, SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
            room.release(MOST_UNDER_WAY);
        } else {
            failures.add("requests without an answer after a minute");
        }
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        isOver = true;
        sender.interrupt();
    }

    /** How it went so far. */
    @Override
    public String toString() {
        double seconds = (System.nanoTime() - began) / 1e9;
        return String.format(
                Locale.ROOT,
                "%.0f requests a second asked for in an open loop, %d answered in %.1f s (%.0f a second), %d failed",
                1e9 / apart,
                answered(),
                seconds,
                answered() / seconds,
                failures.size());
    }
}
