package dev.sluice.control.http;

import dev.sluice.control.http.json.Codec;
import dev.sluice.domain.Problem;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;

/**
 * Gathers a request's body, unless it is too large. The rest of one that is goes unread past: a connection that is closed
 * with bytes still coming would take the answer with it. What connections that never finish cost is bounded elsewhere.
 */
final class BodyGatherer extends HttpObjectAggregator {

    private final Codec codec;

    BodyGatherer(Codec codec) {
        super(Limits.LARGEST_REQUEST);
        this.codec = codec;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
        var problem = Problem.of(
                Problem.Code.BAD_VALUE,
                "body",
                "the request is larger than " + (Limits.LARGEST_REQUEST >> 20) + " MiB",
                "have a large body of a test request read from a file (body: {variant: file, path: ...})");
        ctx.writeAndFlush(Wire.whole(Reply.of(codec, 413, problem)));
    }
}
