package dev.sluice.control.http;

import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.json.Codec;
import dev.sluice.domain.Secret;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Serves a runtime at 127.0.0.1, to whoever can show the secret. It has one thread, which never waits: the runtime answers
 * in its own time, and a reader that is too slow loses its place. Safe from any thread, but for its own it must not be
 * closed on.
 */
public final class ControlServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int STOP_SECONDS = 2;

    private final Secret secret;
    private final Limits limits;
    private final ChannelGroup callers = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ChannelGroup readers = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Lobby lobby;
    private final Codec codec = new Codec();
    private final Reception reception;
    private final EventLoopGroup loop;
    private final Channel listening;

    private ControlServer(Reception reception, Secret secret, int port, Limits limits) {
        this.reception = reception;
        this.secret = secret;
        this.limits = limits;
        lobby = new Lobby(limits);
        loop = new MultiThreadIoEventLoopGroup(1, ControlServer::thread, NioIoHandler.newFactory());
        var bound = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        welcome(channel);
                    }
                })
                .bind(LOOPBACK, port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop();
            throw new UncheckedIOException(
                    "the runtime cannot be served at " + LOOPBACK + ":" + port
                            + "; another program may be using this port: end it, or choose another port",
                    new IOException(bound.cause()));
        }
        listening = bound.channel();
    }

    /**
     * Starts listening.
     *
     * @param port at 127.0.0.1; 0 for any that is free
     * @throws UncheckedIOException if the port is taken
     */
    public static ControlServer open(RolloutControl control, Secret secret, int port, Host host) {
        return open(control, secret, port, host, Limits.DEFAULT);
    }

    static ControlServer open(RolloutControl control, Secret secret, int port, Host host, Limits limits) {
        var user = System.getProperty("user.name", "");
        return new ControlServer(new Reception(control, host, user, Api.v1(), new Codec()), secret, port, limits);
    }

    /** Where it can be spoken to. */
    public Doorway doorway() {
        return new Doorway(URI.create("http://" + LOOPBACK + ":" + port()), secret);
    }

    /** Stops listening, ends every stream and cuts who is connected. What was asked for goes on. */
    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        callers.close().awaitUninterruptibly();
        stop();
    }

    private static Thread thread(Runnable work) {
        var thread = new FastThreadLocalThread(work, "control");
        thread.setDaemon(true);
        return thread;
    }

    private int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    private void welcome(Channel channel) {
        lobby.enter(channel);
        callers.add(channel);
        var late = channel.eventLoop()
                .schedule(() -> channel.close(), limits.arrival().toMillis(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> late.cancel(false));
        var head = new HttpDecoderConfig()
                .setMaxInitialLineLength(Limits.LONGEST_LINE)
                .setMaxHeaderSize(Limits.LONGEST_HEAD);
        channel.pipeline()
                .addLast(new WriteTimeoutHandler(limits.patience().toMillis(), TimeUnit.MILLISECONDS))
                .addLast(new HttpServerCodec(head))
                .addLast(new Entrance(new Doorman(secret, port()), lobby, codec))
                .addLast(new BodyGatherer(codec))
                .addLast(new Caller(reception, codec, limits, readers, late));
    }

    private void stop() {
        loop.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
