package dev.sluice.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.Supplier;

/** The connections of an open loop to one port, each opened when it is first needed. Each for one thread at a time. */
final class Lines implements AutoCloseable {

    static final int COUNT = 16;

    private final int port;
    private final Supplier<ByteBuffer> request;
    private final Line[] open = new Line[COUNT];

    /** @param request for each connection one of its own */
    Lines(int port, Supplier<ByteBuffer> request) {
        this.port = port;
        this.request = request;
    }

    /**
     * Sends a request on one of the connections and waits for its answer.
     *
     * @throws IOException if it is not 200; the next request has a new connection then
     */
    void ask(int number) throws IOException {
        try {
            line(number).ask();
        } catch (IOException error) {
            close(number);
            throw error;
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < COUNT; i++) {
            close(i);
        }
    }

    private Line line(int number) throws IOException {
        if (open[number] == null) {
            open[number] = Line.to(port, request.get());
        }
        return open[number];
    }

    private void close(int number) throws IOException {
        var line = Optional.ofNullable(open[number]);
        open[number] = null;
        if (line.isPresent()) {
            line.get().socket().close();
        }
    }

    private record Line(SocketChannel socket, ByteBuffer request, AnswerReader answers) {

        static Line to(int port, ByteBuffer request) throws IOException {
            var socket = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return new Line(socket, request, new AnswerReader());
        }

        void ask() throws IOException {
            socket.write(request.rewind());
            answers.readFrom(socket);
        }
    }
}
