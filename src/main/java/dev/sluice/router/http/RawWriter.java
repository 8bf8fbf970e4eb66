package dev.sluice.router.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a message whose header fields are still raw into one buffer, a small body with it, so that it goes out with
 * one system call and one packet. For one connection; what it does not take is the encoder's.
 */
final class RawWriter {

    /** A body up to this is copied behind its head, which costs less than a second buffer. */
    private static final int SMALL_BODY = 4 << 10;

    private static final byte[] END_OF_HEAD = {'\r', '\n'};

    private @Nullable ByteBuf gathered;
    private boolean inMessage;

    /** Nobody may wait for the head alone, since it is written with what follows. */
    boolean takes(HttpMessage head, ChannelPromise promise) {
        return promise.isVoid()
                && !(head instanceof FullHttpMessage)
                && head.headers() instanceof RawHeaders raw
                && raw.areRaw();
    }

    /** Where the first line goes, which may take {@code line} bytes. */
    ByteBuf begin(ChannelHandlerContext ctx, HttpMessage head, int line) {
        int fields = ((RawHeaders) head.headers()).length();
        var out = ctx.alloc().ioBuffer(line + fields + END_OF_HEAD.length + SMALL_BODY);
        gathered = out;
        inMessage = true;
        return out;
    }

    /** Follows the first line. */
    void fields(HttpMessage head) {
        if (gathered != null) {
            ((RawHeaders) head.headers()).writeTo(gathered);
            gathered.writeBytes(END_OF_HEAD);
        }
    }

    /** True if {@code message} belongs to a message that was begun here, and is taken care of. */
    boolean writes(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (!inMessage || !(message instanceof HttpContent content)) {
            return false;
        }
        boolean isLast = content instanceof LastHttpContent;
        inMessage = !isLast;
        if (gathered != null && isLast && content.content().readableBytes() <= SMALL_BODY) {
            var whole = gathered.writeBytes(content.content());
            gathered = null;
            content.release();
            ctx.write(whole, promise);
        } else {
            flush(ctx);
            ctx.write(content.content(), promise);
        }
        return true;
    }

    /** Hands on what was gathered. */
    void flush(ChannelHandlerContext ctx) {
        if (gathered != null) {
            var head = gathered;
            gathered = null;
            ctx.write(head, ctx.voidPromise());
        }
    }

    void drop() {
        if (gathered != null) {
            gathered.release();
            gathered = null;
        }
    }
}
