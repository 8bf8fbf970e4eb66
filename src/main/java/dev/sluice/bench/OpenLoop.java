package dev.sluice.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * So many requests a second whatever comes back, each timed from the instant at which it was due: a target that stalls
 * does not get fewer requests to be slow with.
 */
final class OpenLoop {

    /** From the call until the first request is due, in nanoseconds. */
    static final long LEAD = TimeUnit.MILLISECONDS.toNanos(50);

    private final int perSecond;
    private final Duration length;
    private final Supplier<ByteBuffer> request;

    OpenLoop(int perSecond, Duration length) {
        this(perSecond, length, Request::bytes);
    }

    /** @param request for each connection one of its own */
    OpenLoop(int perSecond, Duration length, Supplier<ByteBuffer> request) {
        this.perSecond = perSecond;
        this.length = length;
        this.request = request;
    }

    /** @throws IOException if there was nobody to count */
    Tally tally(int port) throws IOException {
        try (var lines = new Lines(port, request)) {
            return tally(lines);
        }
    }

    /** @throws IOException if there was nobody to count */
    Tally tally(Lines lines) throws IOException {
        var threads = Executors.newFixedThreadPool(Lines.COUNT);
        long begin = System.nanoTime() + LEAD;
        var all = Tally.none();
        try {
            var parts = threads.invokeAll(IntStream.range(0, Lines.COUNT)
                    .mapToObj(i -> (Callable<Tally>) () -> send(lines, begin, i))
                    .toList());
            for (var part : parts) {
                all = all.and(part.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
        return all;
    }

    /** Every so-many-eth request, on a connection of its own. */
    private Tally send(Lines lines, long begin, int number) {
        long requests = perSecond * length.toMillis() / 1000;
        var tally = Tally.none();
        for (long next = number; next < requests; next += Lines.COUNT) {
            long due = begin + next * TimeUnit.SECONDS.toNanos(1) / perSecond;
            waitUntil(due);
            try {
                lines.ask(number);
                tally.times().recordValue(System.nanoTime() - due);
            } catch (IOException error) {
                tally = tally.with(error);
            }
        }
        return tally;
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
