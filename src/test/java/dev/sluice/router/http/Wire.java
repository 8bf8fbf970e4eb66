package dev.sluice.router.http;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.metrics.DeploymentMeter;
import dev.sluice.metrics.EndpointMeter;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.router.Access;
import dev.sluice.router.Comparer;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.Gate;
import dev.sluice.router.MirrorRule;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Upstream;
import dev.sluice.router.Wheel;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The router's whole data path without a socket, a second thread or a clock that moves: one client's connection and
 * the connections to an instance that it leads to. So a fuzzer can put bytes in at both ends ten thousand times a
 * second, and the same bytes always have the same effect.
 */
final class Wire implements AutoCloseable {

    private static final Upstream INSTANCE =
            new Upstream("blue-0", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), new Gate());
    private static final DeploymentName BLUE = new DeploymentName("blue");
    private static final DeploymentRoute ROUTE =
            new DeploymentRoute(BLUE, List.of(INSTANCE), Stage.ROOMY, new Gate(), new DeploymentMeter());
    private static final RouteTable TABLE = RouteTable.of(List.of(EndpointRoute.of(
            new EndpointName("iris"),
            authorization -> Access.Verdict.GRANTED,
            List.of(ROUTE),
            new Wheel(TrafficSplit.NONE.with(BLUE, Percent.ALL)),
            new MirrorRule(Mirror.off()),
            new MirrorMeter(),
            new EndpointMeter())));

    private final ByteBufAllocator memory;
    private final List<Throwable> failures = new ArrayList<>();
    private final Client client = new Client();
    private final ByteArrayOutputStream toClient = new ByteArrayOutputStream();

    Wire() {
        this(TABLE, new UnpooledByteBufAllocator(false, true), () -> 0, () -> "id");
    }

    Wire(RouteTable table, ByteBufAllocator memory, LongSupplier nanos, Supplier<String> requestIds) {
        this.memory = memory;
        Instance.MADE.clear();
        Instance.memory = memory;
        client.config().setAllocator(memory);
        var routes = new Routes();
        routes.publish(table);
        var transport =
                new Transport("memory", NioIoHandler.newFactory(), NioServerSocketChannel.class, Instance.class);
        var worker = new Worker(
                client.eventLoop(), (millis, task) -> {}, transport, RouterSettings.Instances.DEFAULT, nanos);
        var lane = new MirrorLane(worker, routes, RouterSettings.Shadow.DEFAULT, Comparer.NONE);
        var reception = new Reception(routes, worker, lane, RouterSettings.Clients.DEFAULT.bodyBytes());
        welcome(worker, reception, requestIds);
    }

    /** As {@link HttpRouter} does it. */
    private void welcome(Worker worker, Reception reception, Supplier<String> requestIds) {
        var idle = new IdleHandler(worker, RouterSettings.Clients.DEFAULT, client);
        var permit = new ReadPermit(client);
        var encoder = new ResponseEncoder();
        client.pipeline()
                .addLast(idle)
                .addLast(new StrictRequestDecoder(RouterSettings.Clients.DEFAULT, worker.plainHead()))
                .addLast(encoder)
                .addLast(new OneAtATimeHandler(encoder, permit))
                .addLast(new FramingGuard())
                .addLast(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                        failures.add(cause);
                    }
                })
                .addLast(new ClientHandler(worker, reception, requestIds, idle, permit, client));
    }

    /** False, and nothing has happened, if the router does not want to read now, or has closed. */
    boolean clientSends(byte[] bytes, int from, int to) {
        if (!client.isOpen() || !client.config().isAutoRead()) {
            return false;
        }
        client.writeInbound(memory.buffer(to - from).writeBytes(bytes, from, to - from));
        return true;
    }

    /** What has come to the client since the start. */
    byte[] toClient() {
        client.runPendingTasks();
        drain(client, toClient);
        return toClient.toByteArray();
    }

    /** Throws away what has come to the client. How many bytes that was. */
    int discardToClient() {
        client.runPendingTasks();
        return discard(client);
    }

    /** The client sees that the router has closed, or will say nothing more. */
    boolean isOver() {
        return !client.isOpen() || client.isOutputShutdown();
    }

    /** Every connection to the instance that has been opened. */
    List<Instance> instances() {
        client.runPendingTasks();
        return List.copyOf(Instance.MADE);
    }

    List<Throwable> failures() {
        return failures;
    }

    /** Ends everything. Bytes that somebody still holds then, or a place still taken, is a leak. */
    @Override
    public void close() {
        client.close();
        client.runPendingTasks();
        drain(client, toClient);
        for (var instance : instances()) {
            instance.close();
            client.runPendingTasks();
            drain(instance, instance.received);
            instance.checkException();
        }
        client.checkException();
        var metric = ((ByteBufAllocatorMetricProvider) memory).metric();
        long held = metric.usedHeapMemory() + metric.usedDirectMemory();
        if (held != 0) {
            throw new AssertionError("leaked " + held + " bytes of buffers");
        }
        if (ROUTE.gate().inFlight() != 0 || INSTANCE.gate().inFlight() != 0) {
            throw new AssertionError("a place was not given back");
        }
    }

    private static void drain(EmbeddedChannel from, ByteArrayOutputStream to) {
        for (ByteBuf out = from.readOutbound(); out != null; out = from.readOutbound()) {
            var bytes = new byte[out.readableBytes()];
            out.readBytes(bytes).release();
            to.writeBytes(bytes);
        }
    }

    private static int discard(EmbeddedChannel from) {
        int bytes = 0;
        for (ByteBuf out = from.readOutbound(); out != null; out = from.readOutbound()) {
            bytes += out.readableBytes();
            out.release();
        }
        return bytes;
    }

    /** The instance's end of one connection. Public because the connection pool makes it by reflection. */
    public static final class Instance extends EmbeddedChannel {
        private static final List<Instance> MADE = new ArrayList<>();
        private static ByteBufAllocator memory = new UnpooledByteBufAllocator(false);
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private int answered;

        /** For the router's connection pool. */
        public Instance() {
            super(false, false);
            config().setAllocator(memory);
            MADE.add(this);
        }

        /** What has come to the instance since the start. */
        byte[] received() {
            return received.toByteArray();
        }

        /** True if more has come since this was last asked. */
        boolean hasMore() {
            int before = received.size();
            drain(this, received);
            return received.size() > before;
        }

        /** Throws away what has come to the instance. How many bytes that was. */
        int discardReceived() {
            return discard(this);
        }

        /** How many {@link #answers} there were. */
        int answered() {
            return answered;
        }

        /** A plain and sound answer that bears {@code number}. */
        void answers(String number) {
            answered++;
            var answer = "HTTP/1.1 200 OK\r\nX-Number: " + number + "\r\nContent-Length: 0\r\n\r\n";
            var bytes = answer.getBytes(StandardCharsets.US_ASCII);
            sends(bytes, 0, bytes.length);
        }

        void hangsUp() {
            if (isOpen()) {
                close();
            }
        }

        /** False, and nothing has happened, if the router does not want to read now, or has closed. */
        boolean sends(byte[] bytes, int from, int to) {
            if (!isOpen() || !config().isAutoRead()) {
                return false;
            }
            writeInbound(memory.buffer(to - from).writeBytes(bytes, from, to - from));
            return true;
        }
    }

    /** A client's connection. Only its output can be shut down apart, which is all that the router does. */
    private static final class Client extends EmbeddedChannel implements DuplexChannel {
        private boolean outputIsShut;

        @Override
        public boolean isInputShutdown() {
            return !isOpen();
        }

        @Override
        public ChannelFuture shutdownInput() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChannelFuture shutdownInput(ChannelPromise promise) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOutputShutdown() {
            return outputIsShut;
        }

        @Override
        public ChannelFuture shutdownOutput() {
            outputIsShut = true;
            return newSucceededFuture();
        }

        @Override
        public ChannelFuture shutdownOutput(ChannelPromise promise) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isShutdown() {
            return !isOpen();
        }

        @Override
        public ChannelFuture shutdown() {
            return close();
        }

        @Override
        public ChannelFuture shutdown(ChannelPromise promise) {
            return close(promise);
        }
    }
}
