package dev.sluice.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A listening port with one {@link Fault}, a thread for each connection. Closing it closes them all. */
final class FaultyServer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final Fault fault;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultyServer::daemon);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Future<Void> accepting;

    FaultyServer(int port, Fault fault) throws IOException {
        this.fault = fault;
        this.listening = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        if (fault == Fault.KILLED) {
            listening.close();
        }
        accepting = threads.submit(this::accept);
    }

    private Void accept() throws IOException {
        while (true) {
            var socket = listening.accept();
            socket.setTcpNoDelay(true);
            open.add(socket);
            threads.submit(() -> serve(socket));
        }
    }

    private Void serve(Socket socket) throws Exception {
        try (socket) {
            new FaultyAnswers(socket, fault, closed).giveAll();
        } finally {
            open.remove(socket);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
        awaitLastAccept();
        for (var socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    /** Only when no thread waits in it any more is the port free again. */
    private void awaitLastAccept() throws IOException {
        try {
            accepting.get();
        } catch (ExecutionException over) {
            // Closing ends it so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "shadow");
        thread.setDaemon(true);
        return thread;
    }
}
