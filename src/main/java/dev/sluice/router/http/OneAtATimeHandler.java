package dev.sluice.router.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets pipelined requests through one by one, each after the answer to the one before, so that answers keep their
 * order. What waits is bounded: reading stops while something does.
 */
final class OneAtATimeHandler extends ChannelDuplexHandler {

    private final Queue<Object> held = new ArrayDeque<>(0);
    private final ResponseEncoder encoder;
    private final ReadPermit permit;
    private boolean answering;
    private boolean releasing;

    OneAtATimeHandler(ResponseEncoder encoder, ReadPermit permit) {
        this.encoder = encoder;
        this.permit = permit;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!held.isEmpty() || mustWait(message)) {
            held.add(message);
            permit.hold(ReadPermit.Holder.PIPELINE);
        } else {
            pass(ctx, message);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        ctx.write(message, promise);
        if (message instanceof LastHttpContent && !isInformational(message)) {
            answering = false;
            if (!held.isEmpty() && !releasing) {
                release(ctx);
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ctx.fireChannelInactive();
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }

    private boolean mustWait(Object message) {
        return answering && message instanceof HttpRequest;
    }

    private void pass(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            answering = true;
            encoder.answers(request.method());
        }
        ctx.fireChannelRead(message);
    }

    /** A loop, not a recursion: a thousand requests in one packet may all be answered on the spot. */
    private void release(ChannelHandlerContext ctx) {
        releasing = true;
        for (var next = held.peek(); next != null && !mustWait(next); next = held.peek()) {
            held.remove();
            pass(ctx, next);
        }
        releasing = false;
        ctx.fireChannelReadComplete();
        if (held.isEmpty()) {
            permit.release(ReadPermit.Holder.PIPELINE);
        }
    }

    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
