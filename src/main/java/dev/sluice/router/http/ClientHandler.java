package dev.sluice.router.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a client's requests, one after the other, hands each to its exchange, and throws away what nobody wants to
 * read. For its event loop only.
 */
final class ClientHandler extends ChannelInboundHandlerAdapter {

    /** So much of an unwanted body is read for the sake of the connection, or of an answer not yet read. */
    private static final int MOST_DISCARDED = 1 << 20;

    private final Reception reception;
    private final Supplier<String> requestIds;
    private final IdleHandler idle;
    private final ReadPermit permit;
    private final DuplexChannel channel;
    private final ClientAnswers answers;
    private @Nullable Exchange current;
    private boolean bodyIsOpen;
    private int discarded;

    ClientHandler(
            Worker worker,
            Reception reception,
            Supplier<String> requestIds,
            IdleHandler idle,
            ReadPermit permit,
            DuplexChannel channel) {
        this.reception = reception;
        this.requestIds = requestIds;
        this.idle = idle;
        this.permit = permit;
        this.channel = channel;
        this.answers = new ClientAnswers(worker, idle, this, channel);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpContent content) {
            take(content);
        } else if (message instanceof HttpRequest request && !answers.haveEnded()) {
            begin(request);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (current != null) {
            current.clientPauses();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (current != null && channel.isWritable()) {
            current.clientWritable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (current != null) {
            current.clientGone();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        channel.close();
    }

    private void begin(HttpRequest request) {
        idle.requestBegan();
        answers.begin(request);
        bodyIsOpen = true;
        discarded = 0;
        var trace = Trace.of(requestIds.get(), request.headers());
        current = reception.receive(new Call(this, request, trace)).orElse(null);
        if (current != null) {
            current.start();
        }
    }

    private void take(HttpContent content) {
        bodyIsOpen = !(content instanceof LastHttpContent);
        if (content.decoderResult().isFailure()) {
            content.release();
            answers.closeAfterThis();
            malformed();
        } else if (current != null) {
            current.body(content);
        } else {
            discard(content);
        }
    }

    private void malformed() {
        if (current != null) {
            current.refuse(Refusal.MALFORMED);
        } else {
            // The answers before it may still be on their way out.
            answers.cut();
        }
    }

    private void discard(HttpContent content) {
        discarded += content.content().readableBytes();
        content.release();
        if (discarded > MOST_DISCARDED) {
            channel.close();
        }
    }

    ClientAnswers answers() {
        return answers;
    }

    /** The client has not sent the whole request yet. */
    boolean isSending() {
        return bodyIsOpen;
    }

    ReadPermit permit() {
        return permit;
    }

    void exchangeIsOver() {
        current = null;
    }

    void holdBody() {
        permit.hold(ReadPermit.Holder.BODY);
    }

    void resumeBody() {
        permit.release(ReadPermit.Holder.BODY);
    }
}
