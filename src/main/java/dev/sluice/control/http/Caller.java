package dev.sluice.control.http;

import dev.sluice.control.http.json.Codec;
import dev.sluice.control.http.json.Misfit;
import dev.sluice.domain.Problem;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.handler.timeout.TimeoutException;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is at the other end of a connection and was let in: has its one request answered, or becomes the reader of a
 * stream. For the server's thread only.
 */
final class Caller extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);

    private final Reception reception;
    private final Codec codec;
    private final Limits limits;
    private final ChannelGroup readers;
    private final Future<?> late;
    private boolean heard;

    /**
     * @param readers of streams, all that there are
     * @param late ends the connection if the request is not there by then
     */
    Caller(Reception reception, Codec codec, Limits limits, ChannelGroup readers, Future<?> late) {
        this.reception = reception;
        this.codec = codec;
        this.limits = limits;
        this.readers = readers;
        this.late = late;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (heard) {
            return;
        }
        heard = true;
        late.cancel(false);
        try {
            hear(ctx, request);
        } catch (Unheard unheard) {
            send(ctx.channel(), Reply.of(codec, unheard));
        } catch (Misfit misfit) {
            send(ctx.channel(), Reply.of(codec, Problems.of(misfit)));
        }
    }

    private void hear(ChannelHandlerContext ctx, FullHttpRequest request) throws Unheard {
        var route = reception.route(request);
        if (route instanceof Route.ForSubject stream) {
            listen(ctx, stream, reception.subject(stream, request));
        } else {
            var channel = ctx.channel();
            // The answer comes on a thread of the runtime's. The server's own may have ended by then, with the
            // connection.
            reception.answer(route, request).whenComplete((reply, failure) -> {
                if (channel.isActive()) {
                    channel.eventLoop().execute(() -> send(channel, reply, route));
                }
            });
        }
    }

    private <T> void listen(ChannelHandlerContext ctx, Route.ForSubject route, Subject<T> subject) throws Unheard {
        if (readers.size() >= limits.streams()) {
            throw new Unheard(
                    503,
                    Problem.of(
                            Problem.Code.BUSY,
                            route.path(),
                            "there are " + limits.streams() + " readers already",
                            "end one of them"));
        }
        var channel = ctx.channel();
        readers.add(channel);
        var stream = new EventStream<>(channel, Mailbox.of(subject), codec, route.answer());
        ctx.pipeline()
                .addLast(new IdleStateHandler(0, limits.heartbeat().toMillis(), 0, TimeUnit.MILLISECONDS))
                .addLast(stream);
        stream.begin();
        var watch = reception.watch(subject, stream::tell);
        LongConsumer shown = stream::reached;
        reception.follow(subject, shown);
        channel.closeFuture().addListener(closed -> {
            Reception.close(watch);
            reception.leave(shown);
        });
    }

    private void send(Channel channel, Reply reply, Route route) {
        channel.writeAndFlush(Wire.whole(reply)).addListener(sent -> {
            channel.close();
            reception.afterwards(route);
        });
    }

    private void send(Channel channel, Reply reply) {
        channel.writeAndFlush(Wire.whole(reply)).addListener(ChannelFutureListener.CLOSE);
    }

    /** That somebody is gone, or takes nothing, is no trouble of ours. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException || cause instanceof TimeoutException) {
            LOG.debug("a connection has ended", cause);
        } else {
            LOG.error("a connection is given up", cause);
        }
        ctx.close();
    }
}
