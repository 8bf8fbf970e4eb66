package dev.sluice.control.http;

import dev.sluice.control.http.json.Codec;
import dev.sluice.domain.Problem;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;

/** Lets in whom the doorman lets in, before anything of a body is kept. */
final class Entrance extends ChannelInboundHandlerAdapter {

    private static final Problem TOO_MANY =
            Problem.of(Problem.Code.BUSY, "", "there are too many connections", "end some of them");

    private final Doorman doorman;
    private final Lobby lobby;
    private final Codec codec;
    private boolean turnedAway;

    Entrance(Doorman doorman, Lobby lobby, Codec codec) {
        this.doorman = doorman;
        this.lobby = lobby;
        this.codec = codec;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!turnedAway && message instanceof HttpRequest request) {
            judge(ctx, request);
        }
        if (turnedAway) {
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void judge(ChannelHandlerContext ctx, HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            turnAway(ctx, Reply.empty(400));
        } else if (!doorman.knows(request.headers())) {
            turnAway(ctx, Reply.empty(401));
        } else {
            try {
                doorman.admit(request.headers());
                if (!lobby.admit(ctx.channel())) {
                    throw new Unheard(503, TOO_MANY);
                }
            } catch (Unheard unheard) {
                turnAway(ctx, Reply.of(codec, unheard));
            }
        }
    }

    private void turnAway(ChannelHandlerContext ctx, Reply reply) {
        turnedAway = true;
        ctx.writeAndFlush(Wire.whole(reply)).addListener(ChannelFutureListener.CLOSE);
    }
}
