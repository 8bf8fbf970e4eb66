package dev.sluice.router.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** One connection to an instance, lent to one {@link AnswerListener} at a time. For its event loop only. */
final class UpstreamConnection extends ChannelInboundHandlerAdapter {

    private final ConnectionPool pool;
    private final Channel channel;
    private final AnswerDecoder decoder;
    private final Flushes flushes;
    private @Nullable AnswerListener listener;
    private boolean reused;
    private boolean returning;
    private boolean interim;
    private long idleSince;

    UpstreamConnection(ConnectionPool pool, Channel channel, AnswerDecoder decoder, Flushes flushes) {
        this.pool = pool;
        this.channel = channel;
        this.decoder = decoder;
        this.flushes = flushes;
    }

    void lendTo(AnswerListener borrower) {
        listener = borrower;
        borrower.connected(this);
    }

    /** True if it has carried a request before, so that the instance may be about to close it. */
    boolean isReused() {
        return reused;
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    void write(HttpObject message) {
        if (message instanceof HttpRequest request) {
            decoder.answers(request.method());
        }
        channel.write(message, channel.voidPromise());
    }

    /** @param gone told when {@code part} has gone out, or will not any more */
    void write(HttpContent part, ChannelFutureListener gone) {
        channel.write(part).addListener(gone);
    }

    void flush() {
        flushes.add(channel);
    }

    void holdReading() {
        channel.config().setAutoRead(false);
    }

    void resumeReading() {
        channel.config().setAutoRead(true);
    }

    /**
     * After a whole answer to a wholly sent request. It is lent again only when all that has arrived is read, so that
     * an answer nobody asked for cannot be taken for the next one's.
     */
    void giveBack() {
        listener = null;
        returning = true;
        reused = true;
    }

    /** Closes it; the listener hears nothing more. */
    void cut() {
        listener = null;
        channel.close();
    }

    /** It is open, and the instance has said nothing since the last answer. */
    boolean isFresh() {
        return channel.isActive() && decoder.isAtStart();
    }

    void idlesFrom(long now) {
        idleSince = now;
    }

    long idleSince() {
        return idleSince;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (listener == null || ((HttpObject) message).decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            fail();
        } else if (message instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            ReferenceCountUtil.release(message);
            skipInterim(head);
        } else if (interim) {
            interim = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        } else {
            deliver(listener, message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (listener != null) {
            listener.pause();
        } else if (returning && isFresh()) {
            returning = false;
            resumeReading();
            pool.keep(this);
        } else if (returning) {
            fail();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (listener != null && channel.isWritable()) {
            listener.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        fail();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        fail();
    }

    private static void deliver(AnswerListener to, Object message) {
        if (message instanceof HttpResponse head) {
            to.head(head);
        }
        if (message instanceof HttpContent content) {
            to.content(content);
        }
    }

    /** We ask for no upgrade and answer Expect ourselves: 101 is a lie, the others are for nobody. */
    private void skipInterim(HttpResponse head) {
        if (head.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            fail();
        } else {
            interim = !(head instanceof LastHttpContent);
        }
    }

    private void fail() {
        var told = listener;
        listener = null;
        returning = false;
        pool.lose(this);
        channel.close();
        if (told != null) {
            told.broken();
        }
    }
}
