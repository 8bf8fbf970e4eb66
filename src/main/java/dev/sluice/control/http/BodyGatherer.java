package dev.sluice.control.http;

import dev.sluice.control.http.json.Codec;
import dev.sluice.domain.Problem;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.util.concurrent.TimeUnit;

/**
 * Gathers a request's body, unless it is too large. Of one that is, more goes past unread for a while: a connection that
 * is closed with bytes still coming would take the answer with it.
 */
final class BodyGatherer extends HttpObjectAggregator {

    private static final int LINGERING_SECONDS = 2;

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
        ctx.executor().schedule(() -> ctx.close(), LINGERING_SECONDS, TimeUnit.SECONDS);
    }
}
