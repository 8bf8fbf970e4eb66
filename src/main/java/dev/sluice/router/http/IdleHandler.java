package dev.sluice.router.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Closes a client's connection that has been idle between requests for too long, or that takes too long over the head
 * of one. While a request is being answered its own timeout holds, not this.
 */
final class IdleHandler extends ChannelInboundHandlerAdapter {

    private enum Phase {
        BETWEEN_REQUESTS,
        IN_HEAD,
        IN_REQUEST
    }

    private final Worker worker;
    private final RouterSettings.Clients limits;
    private final Channel channel;
    private Phase phase = Phase.BETWEEN_REQUESTS;
    private long since;
    private boolean answered;

    IdleHandler(Worker worker, RouterSettings.Clients limits, Channel channel) {
        this.worker = worker;
        this.limits = limits;
        this.channel = channel;
        this.since = worker.now();
    }

    void requestBegan() {
        phase = Phase.IN_REQUEST;
    }

    void answered() {
        answered = true;
        phase = Phase.BETWEEN_REQUESTS;
        since = worker.now();
    }

    void closeIfBetweenRequests() {
        if (phase == Phase.BETWEEN_REQUESTS) {
            channel.close();
        }
    }

    /** True if it may be closed in favour of a newcomer: nobody waits for an answer on it. */
    boolean isDispensable() {
        return phase != Phase.IN_REQUEST;
    }

    /** True if this one should go before {@code other}: it has a head unfinished, or has had nothing answered, longer. */
    boolean goesBefore(IdleHandler other) {
        return isUnproven() == other.isUnproven() ? since - other.since < 0 : isUnproven();
    }

    private boolean isUnproven() {
        return phase == Phase.IN_HEAD || !answered;
    }

    void close() {
        channel.close();
    }

    void closeIfIdle(long now) {
        var limit = phase == Phase.IN_HEAD ? limits.head() : limits.idle();
        if (phase != Phase.IN_REQUEST && now - since > limit.toNanos()) {
            channel.close();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        worker.clients().add(this);
        ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        worker.clients().remove(this);
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        if (phase == Phase.BETWEEN_REQUESTS) {
            phase = Phase.IN_HEAD;
            since = worker.now();
        }
        ctx.fireChannelRead(bytes);
    }
}
