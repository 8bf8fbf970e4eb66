package dev.sluice.control.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to a runtime: sends what there is to say, and tells what comes. For the courier's thread only. */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final Exchange exchange;

    /** What happens on a connection. After its end, or once it was closed from here, nothing is told any more. */
    interface Exchange {

        void received(ByteBuffer bytes) throws IOException;

        /** The other side has sent everything. */
        void ended() throws IOException;

        /** It has ended in any other way. */
        void failed(IOException why);
    }

    private Line(SocketChannel channel, ByteBuffer request, Exchange exchange) {
        this.channel = channel;
        this.request = request;
        this.exchange = exchange;
    }

    /** Begins to connect. What becomes of it is told to {@code exchange}, unless it fails here. */
    static Line open(Selector selector, InetSocketAddress address, ByteBuffer request, Exchange exchange)
            throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            int next =
                    channel.connect(address) ? SelectionKey.OP_WRITE | SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
            var line = new Line(channel, request, exchange);
            channel.register(selector, next, line);
            return line;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Does what {@code key} says can be done without waiting. */
    void go(SelectionKey key, ByteBuffer chunk) {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_WRITE | SelectionKey.OP_READ);
            }
            if (key.isValid() && key.isWritable()) {
                send(key);
            }
            if (key.isValid() && key.isReadable()) {
                receive(chunk);
            }
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException e) {
            LOG.error("what the runtime has sent could not be taken in", e);
            fail(new IOException(e));
        }
    }

    private void send(SelectionKey key) {
        try {
            channel.write(request);
        } catch (IOException refusesToRead) {
            LOG.debug("not all of a request was taken; the answer, if there is one, says why", refusesToRead);
            request.position(request.limit());
        }
        if (!request.hasRemaining()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void receive(ByteBuffer chunk) throws IOException {
        chunk.clear();
        if (channel.read(chunk) >= 0) {
            exchange.received(chunk.flip());
        } else {
            close();
            exchange.ended();
        }
    }

    void fail(IOException why) {
        close();
        exchange.failed(why);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("a connection could not be closed", e);
        }
    }
}
