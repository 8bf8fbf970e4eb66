package dev.sluice.app;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a steady rate from callers that each wait for their answer: on a machine that cannot keep up they get later,
 * not more. Every one is answered or told among the failures.
 */
final class SteadyRequests implements AutoCloseable {

    private static final int CALLERS = 16;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final HttpRequest request;
    private volatile boolean isOver;

    private SteadyRequests(HttpRequest request) {
        this.request = request;
    }

    static SteadyRequests start(int perSecond, HttpRequest request) {
        var requests = new SteadyRequests(request);
        long apart = TimeUnit.SECONDS.toNanos(CALLERS) / perSecond;
        for (int i = 0; i < CALLERS; i++) {
            requests.callers.execute(() -> requests.call(apart));
        }
        return requests;
    }

    private void call(long apart) {
        for (long due = System.nanoTime(); !isOver; due += apart) {
            while (due > System.nanoTime()) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            send();
        }
    }

    private void send() {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                answered.incrementAndGet();
            } else {
                failures.add("status " + answer.statusCode() + " " + answer.body());
            }
        } catch (Exception lost) {
            failures.add(lost.toString());
        }
    }

    int answered() {
        return answered.get();
    }

    /** Ends them and waits for what is under way; what was not answered with 200. */
    List<String> failures() throws InterruptedException {
        isOver = true;
        callers.shutdown();
        if (!callers.awaitTermination(60, TimeUnit.SECONDS)) {
            failures.add("requests without an answer after a minute");
        }
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        isOver = true;
        callers.shutdownNow();
    }
}
