package dev.sluice.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ports of 127.0.0.1. */
final class Ports {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private Ports() {}

    static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
