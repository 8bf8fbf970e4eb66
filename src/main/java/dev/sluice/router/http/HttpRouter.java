package dev.sluice.router.http;

import dev.sluice.router.Comparer;
import dev.sluice.router.Connections;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Router;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The data plane: one listening socket at 127.0.0.1, a few event loops, and a thread of its own for the mirror. */
public final class HttpRouter implements Router {

    private static final int BACKLOG = 1024;
    private static final int STOP_SECONDS = 2;

    private final RouterSettings settings;
    private final Supplier<String> requestIds;
    private final Routes routes = new Routes();
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Map<EventExecutor, Worker> workers = new IdentityHashMap<>();
    private final Clockwork clock = new Clockwork();
    private final EventLoopGroup loops;
    private final EventLoopGroup laneLoop;
    private final Worker laneWorker;
    private final MirrorLane lane;
    private final Channel listening;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Compares nothing. */
    public HttpRouter(RouterSettings settings, LongSupplier nanos, Supplier<String> requestIds) {
        this(settings, nanos, requestIds, Comparer.NONE);
    }

    /**
     * Starts listening.
     *
     * @param nanos a clock that never goes back, on the scale of {@link System#nanoTime}
     * @param requestIds makes each request's id, a GUID; called from several threads at once
     * @param comparer gets what was answered to requests that were copied
     * @throws UncheckedIOException if the port is taken
     */
    public HttpRouter(RouterSettings settings, LongSupplier nanos, Supplier<String> requestIds, Comparer comparer) {
        this(settings, Transport.best(), nanos, requestIds, comparer);
    }

    HttpRouter(
            RouterSettings settings,
            Transport transport,
            LongSupplier nanos,
            Supplier<String> requestIds,
            Comparer comparer) {
        this.settings = settings;
        this.requestIds = requestIds;
        loops = transport.threads("router", settings.eventLoops());
        laneLoop = transport.backgroundThread("mirror");
        for (var loop : loops) {
            var worker =
                    new Worker((EventLoop) loop, clock.of((EventLoop) loop), transport, settings.instances(), nanos);
            workers.put(loop, worker);
            worker.start();
        }
        laneWorker = new Worker(laneLoop.next(), clock.of(laneLoop.next()), transport, settings.instances(), nanos);
        laneWorker.start();
        lane = new MirrorLane(laneWorker, routes, settings.shadow(), comparer);
        listening = listen(transport);
    }

    @Override
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void publish(RouteTable table) {
        routes.publish(table);
        lane.tableChanged();
    }

    @Override
    public RouteTable table() {
        return routes.current();
    }

    @Override
    public Connections connections() {
        return new Connections(clients.size(), accepted.sum(), refused.sum());
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        listening.close().awaitUninterruptibly();
        workers.values().forEach(worker -> worker.loop().execute(worker::beginClosing));
        clients.newCloseFuture().awaitUninterruptibly(settings.drainGrace().toMillis(), TimeUnit.MILLISECONDS);
        clients.close().awaitUninterruptibly();
        laneWorker.loop().submit(lane::stop).awaitUninterruptibly();
        stopThreads();
    }

    private Channel listen(Transport transport) {
        var bound = transport
                .accepting(loops)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        welcome(channel);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), settings.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stopThreads();
            throw new UncheckedIOException(
                    "the router cannot listen at 127.0.0.1:" + settings.port()
                            + "; another program may be using this port: end it, or choose another port",
                    new IOException(bound.cause()));
        }
        return bound.channel();
    }

    private void welcome(Channel channel) {
        var worker = workers.get(channel.eventLoop());
        if (clients.size() >= settings.clients().connections() && !worker.makesRoom()) {
            refused.increment();
            channel.close();
            return;
        }
        accepted.increment();
        clients.add(channel);
        var limits = settings.clients();
        var idle = new IdleHandler(worker, limits, channel);
        var permit = new ReadPermit(channel);
        var encoder = new ResponseEncoder();
        var reception = new Reception(routes, worker, lane, limits.bodyBytes());
        channel.pipeline()
                .addLast(idle)
                .addLast(new StrictRequestDecoder(limits, worker.plainHead()))
                .addLast(encoder)
                .addLast(new OneAtATimeHandler(encoder, permit))
                .addLast(new FramingGuard())
                .addLast(new ClientHandler(worker, reception, requestIds, idle, permit, (DuplexChannel) channel));
    }

    private void stopThreads() {
        stop(loops);
        stop(laneLoop);
        clock.close();
    }

    private static void stop(EventLoopGroup group) {
        group.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
