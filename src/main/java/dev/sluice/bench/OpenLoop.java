package dev.sluice.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
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

    private static final int CONNECTIONS = 16;
    private static final long LEAD = TimeUnit.MILLISECONDS.toNanos(50);

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

    /** @throws IOException if there was any answer but 200 */
    Run run(Target target) throws IOException {
        var cpuBefore = target.program().cpu();
        long begin = System.nanoTime() + LEAD;
        var tally = tally(target.port(), begin);
        if (tally.errors() > 0) {
            throw new IOException(target.name() + ": " + tally.firstError().orElse("no answer"));
        }
        var all = tally.times();
        double seconds = (System.nanoTime() - begin) / 1e9;
        var cpu = target.program().cpu().minus(cpuBefore);
        return new Run(
                target.name(),
                Optional.of(perSecond),
                all.getTotalCount() / seconds,
                all.getValueAtPercentile(50) / 1e3,
                all.getValueAtPercentile(99) / 1e3,
                cpu.toNanos() / 1e9 / all.getTotalCount() * 1e4);
    }

    /** @throws IOException if there was nobody to count */
    Tally tally(int port) throws IOException {
        return tally(port, System.nanoTime() + LEAD);
    }

    private Tally tally(int port, long begin) throws IOException {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var all = Tally.none();
        try {
            var parts = threads.invokeAll(IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> (Callable<Tally>) () -> send(port, begin, i))
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

    /** Every so-many-eth request, on a connection of its own, and on a new one after an error. */
    private Tally send(int port, long begin, int first) {
        long requests = perSecond * length.toMillis() / 1000;
        var tally = Tally.none();
        long next = first;
        while (next < requests) {
            try (var line = Line.to(port, request.get())) {
                for (; next < requests; next += CONNECTIONS) {
                    long due = begin + next * TimeUnit.SECONDS.toNanos(1) / perSecond;
                    waitUntil(due);
                    line.ask();
                    tally.times().recordValue(System.nanoTime() - due);
                }
            } catch (IOException error) {
                tally = tally.with(error);
                next += CONNECTIONS;
            }
        }
        return tally;
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private record Line(SocketChannel socket, ByteBuffer request, AnswerReader answers) implements AutoCloseable {

        static Line to(int port, ByteBuffer request) throws IOException {
            var socket = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return new Line(socket, request, new AnswerReader());
        }

        void ask() throws IOException {
            socket.write(request.rewind());
            answers.readFrom(socket);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
