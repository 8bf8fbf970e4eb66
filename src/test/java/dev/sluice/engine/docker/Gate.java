package dev.sluice.engine.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Where a step of a build waits until it is let through: the build is in its midst for as long as a test wants it. */
public final class Gate implements AutoCloseable {

    private final ServerSocket door;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    public Gate() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::letIn, "gate");
        thread.setDaemon(true);
        thread.start();
    }

    /** The step, for a Dockerfile that is built in this computer's own network, in an image with bash. */
    public String step() {
        return "RUN [\"bash\", \"-c\", \"read < /dev/tcp/127.0.0.1/" + door.getLocalPort() + "\"]\n";
    }

    /** Waits until a build is there. */
    public void awaitArrival() {
        reached.orTimeout(5, TimeUnit.MINUTES).join();
    }

    /** Lets through who waits and who is still to come. */
    public void open() {
        opened.complete(null);
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                var arrived = door.accept();
                reached.complete(null);
                opened.thenRun(() -> letThrough(arrived));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void letThrough(Socket arrived) {
        try (arrived) {
            arrived.getOutputStream().write('\n');
        } catch (IOException stopped) {
            return; // its build was given up meanwhile
        }
    }

    @Override
    public void close() throws IOException {
        open();
        door.close();
    }
}
