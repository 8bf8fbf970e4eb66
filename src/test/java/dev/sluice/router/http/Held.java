package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A script that answers only when the test says so: concurrency without sleeping. */
public final class Held implements Origin.Script {

    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger holding = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public void answer(Message request, Origin.Line line) throws Exception {
        most.accumulateAndGet(holding.incrementAndGet(), Math::max);
        try {
            assertThat(permits.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            holding.decrementAndGet();
        }
        line.send(Origin.ok(request.body()));
    }

    /** Lets the next {@code count} answers out. */
    public void release(int count) {
        permits.release(count);
    }

    public void awaitHolding(int count) {
        await().until(() -> holding.get() == count);
    }

    /** The most that were held at any one time. */
    int most() {
        return most.get();
    }
}
