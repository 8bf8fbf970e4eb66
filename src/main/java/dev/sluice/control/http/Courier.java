package dev.sluice.control.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries bytes to a runtime and back, over any number of connections, on one thread of its own. That is far less to load
 * than the JDK's HTTP client, for which a command line that is to answer at once would have to wait. {@link #run} and
 * {@link #close} may be called from any thread; everything else is for the courier's own.
 */
final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int CHUNK = 64 << 10;

    private record Alarm(long at, Runnable errand) {}

    private final Selector selector;
    private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Comparator.comparingLong(Alarm::at));
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    private volatile boolean closed;

    Courier() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("this process may not open any more connections", e);
        }
        var thread = new Thread(this::work, "remote");
        thread.setDaemon(true);
        thread.start();
    }

    /** False if it is closed: then the errand is not run. */
    boolean run(Runnable errand) {
        errands.add(errand);
        // Whoever closes sets the flag first and empties the queue last: what it has not found there is still ours.
        if (closed && errands.remove(errand)) {
            return false;
        }
        selector.wakeup();
        return true;
    }

    void after(Duration wait, Runnable errand) {
        alarms.add(new Alarm(System.nanoTime() + wait.toNanos(), errand));
    }

    /**
     * Sends {@code request} over a new connection.
     *
     * @throws IOException if there can be none; otherwise the exchange is told what becomes of it
     */
    Line open(InetSocketAddress address, ByteBuffer request, Line.Exchange exchange) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        return Line.open(selector, address, request, exchange);
    }

    /** Ends every connection. What waits for an answer fails. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }

    private void work() {
        try {
            while (!closed) {
                selector.select(key -> ((Line) key.attachment()).go(key, chunk), untilNextAlarm());
                runErrands();
                soundAlarms();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("this process cannot ask the runtime for anything any more", e);
        } finally {
            closed = true;
            end();
        }
    }

    /** In milliseconds; 0 is as long as it takes. */
    private long untilNextAlarm() {
        return alarms.isEmpty() ? 0 : Math.max(1, (alarms.peek().at() - System.nanoTime()) / 1_000_000);
    }

    private void runErrands() {
        for (var errand = errands.poll(); errand != null; errand = errands.poll()) {
            carryOut(errand);
        }
    }

    private void soundAlarms() {
        while (!alarms.isEmpty() && alarms.peek().at() - System.nanoTime() <= 0) {
            carryOut(alarms.remove().errand());
        }
    }

    private static void carryOut(Runnable errand) {
        try {
            errand.run();
        } catch (RuntimeException e) {
            LOG.error("an errand has failed; the others are run all the same", e);
        }
    }

    private void end() {
        var lines = selector.keys().stream().map(key -> (Line) key.attachment()).toList();
        lines.forEach(line -> line.fail(new IOException("closed")));
        runErrands();
        try {
            selector.close();
        } catch (IOException e) {
            LOG.debug("a selector could not be closed", e);
        }
    }
}
