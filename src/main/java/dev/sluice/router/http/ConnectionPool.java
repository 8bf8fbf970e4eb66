package dev.sluice.router.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One event loop's connections to one instance. How many there are is bounded by the instance's gate; those not in use
 * are closed after a while. For its event loop only.
 */
final class ConnectionPool {

    private final Bootstrap bootstrap;
    private final Worker worker;
    private final Deque<UpstreamConnection> idle = new ArrayDeque<>();

    ConnectionPool(
            EventLoop loop,
            Transport transport,
            InetSocketAddress address,
            RouterSettings.Instances limits,
            Worker worker) {
        this.worker = worker;
        this.bootstrap = transport
                .connecting(loop)
                .disableResolver() // addresses come as numbers
                .remoteAddress(address)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(limits.connect().toMillis()))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        var decoder = new AnswerDecoder(worker.plainHead());
                        channel.pipeline()
                                .addLast(decoder)
                                .addLast(new RequestEncoder())
                                .addLast(new UpstreamConnection(
                                        ConnectionPool.this, channel, decoder, worker.flushes()));
                    }
                });
    }

    /** Lends out the connection that was used last, or else a new one. */
    void lease(AnswerListener borrower) {
        for (var kept = idle.pollLast(); kept != null; kept = idle.pollLast()) {
            if (kept.isFresh()) {
                kept.lendTo(borrower);
                return;
            }
            kept.cut();
        }
        leaseNew(borrower);
    }

    void leaseNew(AnswerListener borrower) {
        bootstrap.connect().addListener((ChannelFuture connect) -> {
            if (connect.isSuccess()) {
                connect.channel().pipeline().get(UpstreamConnection.class).lendTo(borrower);
            } else {
                borrower.unreachable();
            }
        });
    }

    void keep(UpstreamConnection connection) {
        connection.idlesFrom(worker.now());
        idle.addLast(connection);
    }

    void lose(UpstreamConnection connection) {
        idle.remove(connection);
    }

    /** Closes those that have not been used since {@code since}. */
    void closeIdle(long since) {
        for (var oldest = idle.peekFirst();
                oldest != null && oldest.idleSince() - since <= 0;
                oldest = idle.peekFirst()) {
            idle.removeFirst();
            oldest.cut();
        }
    }

    boolean isEmpty() {
        return idle.isEmpty();
    }
}
