package dev.sluice.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * So many requests a second whatever comes back, each timed from the instant at which it was due: a target that stalls
 * does not get fewer requests to be slow with.
 */
final class OpenLoop {

    private static final int CONNECTIONS = 16;
    private static final long LEAD = TimeUnit.MILLISECONDS.toNanos(50);

    private final int perSecond;
    private final Duration length;

    OpenLoop(int perSecond, Duration length) {
        this.perSecond = perSecond;
        this.length = length;
    }

    /** @throws IOException if there was any answer but 200 */
    Run run(Target target) throws IOException {
        var cpuBefore = target.program().cpu();
        long begin = System.nanoTime() + LEAD;
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var all = new Histogram(3);
        try {
            var parts = threads.invokeAll(IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> (Callable<Histogram>) () -> send(target, begin, i))
                    .toList());
            for (var part : parts) {
                all.add(part.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(target.name() + ": " + failed.getCause().getMessage(), failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
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

    /** Every so-many-eth request, on a connection of its own. */
    private Histogram send(Target target, long begin, int first) throws IOException {
        var times = new Histogram(3);
        long requests = perSecond * length.toMillis() / 1000;
        var request = Request.bytes();
        var answers = new AnswerReader();
        try (var socket = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()))) {
            socket.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            for (long i = first; i < requests; i += CONNECTIONS) {
                long due = begin + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                waitUntil(due);
                socket.write(request.rewind());
                answers.readFrom(socket);
                times.recordValue(System.nanoTime() - due);
            }
        }
        return times;
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
