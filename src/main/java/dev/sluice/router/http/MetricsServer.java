package dev.sluice.router.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows one page at {@code http://127.0.0.1:<port>/metrics}, to whoever can connect. It has a thread of its own, which
 * writes one page at a time: a scrape takes nothing from the router's event loops. A connection carries one request and
 * lives no longer than ten seconds; there are at most sixteen.
 */
public final class MetricsServer implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 16;
    static final Duration LIFE = Duration.ofSeconds(10);

    private static final int LONGEST_LINE = 1 << 10;
    private static final int LONGEST_HEADERS = 8 << 10;
    private static final int STOP_SECONDS = 2;

    private final Supplier<byte[]> page;
    private final String contentType;
    private final Duration life;
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final EventLoopGroup loop;
    private final Channel listening;

    /**
     * Starts listening.
     *
     * @param port at 127.0.0.1; 0 for any free port
     * @param page is asked for each time, on the server's thread
     * @throws UncheckedIOException if the port is taken
     */
    public MetricsServer(int port, String contentType, Supplier<byte[]> page) {
        this(port, contentType, page, LIFE);
    }

    /** @param life how long a connection may last */
    MetricsServer(int port, String contentType, Supplier<byte[]> page, Duration life) {
        this.page = page;
        this.contentType = contentType;
        this.life = life;
        var transport = Transport.best();
        loop = transport.backgroundThread("metrics");
        var bound = new ServerBootstrap()
                .group(loop)
                .channel(transport.server())
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        welcome(channel);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop();
            throw new UncheckedIOException(
                    "metrics cannot be shown at 127.0.0.1:" + port
                            + "; another program may be using this port: end it, or choose another port",
                    new IOException(bound.cause()));
        }
        listening = bound.channel();
    }

    /** The port it listens on, at 127.0.0.1. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Stops listening and cuts who is connected. */
    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        clients.close().awaitUninterruptibly();
        stop();
    }

    private void welcome(Channel channel) {
        if (clients.size() >= MOST_CONNECTIONS) {
            channel.close();
            return;
        }
        clients.add(channel);
        var end = channel.eventLoop().schedule(() -> channel.close(), life.toMillis(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> end.cancel(false));
        var limits =
                new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_LINE).setMaxHeaderSize(LONGEST_HEADERS);
        channel.pipeline()
                .addLast(new HttpServerCodec(limits))
                .addLast(new HttpObjectAggregator(0))
                .addLast(new MetricsHandler(contentType, page));
    }

    private void stop() {
        loop.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
