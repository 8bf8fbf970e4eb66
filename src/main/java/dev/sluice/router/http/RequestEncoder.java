package dev.sluice.router.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.util.AsciiString;

/** Writes requests to an instance: what came raw goes out raw, all else with Netty's encoder. */
final class RequestEncoder extends HttpRequestEncoder {

    private static final AsciiString VERSION = AsciiString.cached(" HTTP/1.1\r\n");

    /** More than the method, the version and the blanks. */
    private static final int LINE_WITHOUT_TARGET = 64;

    private final RawWriter raw = new RawWriter();

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpRequest request && raw.takes(request, promise)) {
            var out = raw.begin(ctx, request, request.uri().length() + LINE_WITHOUT_TARGET);
            ByteBufUtil.copy(request.method().asciiName(), out);
            out.writeByte(' ');
            ByteBufUtil.writeAscii(out, request.uri());
            ByteBufUtil.copy(VERSION, out);
            raw.fields(request);
        } else if (!raw.writes(ctx, message, promise)) {
            super.write(ctx, message, promise);
        }
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        raw.flush(ctx);
        ctx.flush();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        raw.drop();
    }
}
