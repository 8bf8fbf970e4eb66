package dev.sluice.engine.docker;

import com.github.dockerjava.core.DefaultDockerClientConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A line to the real Docker engine that can be cut: for who speaks through it, Docker is gone, and back when it is mended.
 * The engine does not notice: what it was doing goes on, and stays behind, as if its daemon had been killed.
 */
public final class DockerLine implements AutoCloseable {

    private final Path socket;
    private final SocketAddress engine;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocketChannel door;

    private DockerLine(Path socket, SocketAddress engine) throws IOException {
        this.socket = socket;
        this.engine = engine;
        this.door = opened();
    }

    /** @param folder for its socket; of a short name, as sockets want it */
    public static DockerLine in(Path folder) throws IOException {
        return new DockerLine(folder.resolve("docker.sock"), engine());
    }

    private static SocketAddress engine() {
        var named = System.getenv().getOrDefault("DOCKER_HOST", "");
        var builder = DefaultDockerClientConfig.createDefaultConfigBuilder();
        URI host = (named.isBlank() ? builder : builder.withDockerHost(named))
                .build()
                .getDockerHost();
        return "unix".equals(host.getScheme())
                ? UnixDomainSocketAddress.of(host.getPath())
                : new InetSocketAddress(host.getHost(), host.getPort());
    }

    /** What a program that is to use this line finds in its environment. */
    public Map<String, String> environment() {
        var all = new HashMap<>(System.getenv());
        all.put("DOCKER_HOST", "unix://" + socket);
        return Map.copyOf(all);
    }

    public void cut() throws IOException {
        door.close();
        Files.delete(socket);
        connections.forEach(Connection::cut);
    }

    public void mend() throws IOException {
        door = opened();
    }

    private ServerSocketChannel opened() throws IOException {
        var opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        threads.execute(() -> connectWhoComesTo(opened));
        return opened;
    }

    private void connectWhoComesTo(ServerSocketChannel opened) {
        while (opened.isOpen()) {
            try {
                var caller = opened.accept();
                var connection = new Connection(caller, SocketChannel.open(engine));
                connections.add(connection);
                if (!opened.isOpen()) {
                    connection.cut(); // together with the others, which it was too late for
                }
                threads.execute(connection::carryThere);
                threads.execute(connection::carryBack);
            } catch (IOException cut) {
                return;
            }
        }
    }

    /** Ends what was still open to the engine, too, which gives up what nobody listens to. */
    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(socket);
        connections.forEach(Connection::end);
        threads.shutdown();
    }

    private static final class Connection {

        private final SocketChannel caller;
        private final SocketChannel engine;
        private volatile boolean cut;

        private Connection(SocketChannel caller, SocketChannel engine) {
            this.caller = caller;
            this.engine = engine;
        }

        private void cut() {
            cut = true;
            close(caller);
        }

        private void end() {
            close(caller);
            close(engine);
        }

        private void carryThere() {
            var bytes = ByteBuffer.allocate(64 * 1024);
            try {
                while (caller.read(bytes) >= 0) {
                    send(bytes, engine);
                }
            } catch (IOException ended) {
                // as at its regular end
            }
            if (!cut) {
                end();
            }
        }

        private void carryBack() {
            var bytes = ByteBuffer.allocate(64 * 1024);
            try {
                while (engine.read(bytes) >= 0) {
                    sendBack(bytes);
                }
            } catch (IOException ended) {
                // as at its regular end
            }
            end();
        }

        /** The engine is not to notice a cut: it is read from all the same. */
        private void sendBack(ByteBuffer bytes) throws IOException {
            try {
                send(bytes, caller);
            } catch (IOException gone) {
                if (!cut) {
                    throw gone;
                }
                bytes.clear();
            }
        }

        private static void send(ByteBuffer bytes, SocketChannel to) throws IOException {
            bytes.flip();
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
            bytes.clear();
        }

        private static void close(SocketChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
