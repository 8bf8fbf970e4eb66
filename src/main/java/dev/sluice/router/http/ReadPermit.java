package dev.sluice.router.http;

import io.netty.channel.Channel;

/** Lets a connection be read unless someone holds it back; several may do so independently. For its event loop only. */
final class ReadPermit {

    /** Who may hold a client's connection back. */
    enum Holder {
        /** The next request has come before the answer to this one. */
        PIPELINE,
        /** The body comes faster than the instance takes it. */
        BODY,
        /** The body comes faster than the endpoint's bandwidth allows. */
        BANDWIDTH
    }

    private final Channel channel;
    private int held;

    ReadPermit(Channel channel) {
        this.channel = channel;
    }

    void hold(Holder holder) {
        change(held | 1 << holder.ordinal());
    }

    void release(Holder holder) {
        change(held & ~(1 << holder.ordinal()));
    }

    private void change(int now) {
        if (now != held) {
            held = now;
            channel.config().setAutoRead(now == 0);
        }
    }
}
