package dev.sluice.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Ports of 127.0.0.1. */
final class Ports {

    private static final int FIRST_OUTGOING = 32_768;
    private static final AtomicInteger NEXT = new AtomicInteger(21_000);

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private Ports() {}

    /**
     * One that nobody has, never the same twice. It is below those that Linux gives to outgoing connections, so that
     * it is still free when whoever listens there has stopped for a while.
     */
    static int free() throws IOException {
        for (int port = NEXT.getAndIncrement(); port < FIRST_OUTGOING; port = NEXT.getAndIncrement()) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("every port below " + FIRST_OUTGOING + " is taken");
    }

    private static boolean isFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Returns once something listens. */
    static void await(int port) throws IOException {
        long begun = System.nanoTime();
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() - begun > PATIENCE) {
                    throw new IOException("nothing listens at 127.0.0.1:" + port + "; see target/bench/*.log", notYet);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
