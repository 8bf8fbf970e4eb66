package dev.sluice.router.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.AsciiString;

/**
 * Writes answers: what came raw goes out raw, all else with Netty's encoder. It is told which request it answers: the
 * answer to HEAD has a head only, whatever its length says.
 */
final class ResponseEncoder extends HttpResponseEncoder {

    private static final AsciiString VERSION = AsciiString.cached("HTTP/1.1 ");
    private static final int LONGEST_LINE = 64;

    private final RawWriter raw = new RawWriter();
    private HttpMethod method = HttpMethod.GET;

    void answers(HttpMethod method) {
        this.method = method;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response
                && !isContentAlwaysEmpty(response)
                && raw.takes(response, promise)) {
            var out = raw.begin(ctx, response, LONGEST_LINE);
            ByteBufUtil.copy(VERSION, out);
            ByteBufUtil.copy(response.status().codeAsText(), out);
            out.writeByte(' ');
            ByteBufUtil.writeAscii(out, response.status().reasonPhrase());
            out.writeShort('\r' << 8 | '\n');
            raw.fields(response);
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

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
        return HttpMethod.HEAD.equals(method) || super.isContentAlwaysEmpty(response);
    }
}
