package dev.sluice.router.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of its requests, one after the other: hands requests in and writes answers out, keeps the
 * connection or closes it as the client asked, and throws away what nobody wants to read. For its event loop only.
 */
final class ClientHandler extends ChannelInboundHandlerAdapter {

    /** So much of an unwanted body is read for the sake of the connection, or of an answer not yet read. */
    private static final int MOST_DISCARDED = 1 << 20;

    private final Worker worker;
    private final Reception reception;
    private final Supplier<String> requestIds;
    private final IdleHandler idle;
    private final ReadPermit permit;
    private final DuplexChannel channel;
    private @Nullable Exchange current;
    private boolean keepsAlive;
    private boolean isOldVersion;
    private boolean isHead;
    private boolean awaitsContinue;
    private boolean bodyIsOpen;
    private boolean hasHungUp;
    private boolean reading;
    private int discarded;

    ClientHandler(
            Worker worker,
            Reception reception,
            Supplier<String> requestIds,
            IdleHandler idle,
            ReadPermit permit,
            DuplexChannel channel) {
        this.worker = worker;
        this.reception = reception;
        this.requestIds = requestIds;
        this.idle = idle;
        this.permit = permit;
        this.channel = channel;
    }

    // --- what comes from the client ---

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        reading = true;
        if (message instanceof HttpContent content) {
            take(content);
        } else if (message instanceof HttpRequest request && !hasHungUp) {
            begin(request);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        reading = false;
        if (current != null) {
            current.clientPauses();
        }
        channel.flush();
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
        keepsAlive = HttpUtil.isKeepAlive(request);
        isOldVersion = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        isHead = request.method().equals(HttpMethod.HEAD);
        awaitsContinue = HttpUtil.is100ContinueExpected(request);
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
            keepsAlive = false;
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
            channel.close();
        }
    }

    private void discard(HttpContent content) {
        discarded += content.content().readableBytes();
        content.release();
        if (discarded > MOST_DISCARDED) {
            channel.close();
        }
    }

    // --- what goes to the client ---

    boolean isWritable() {
        return channel.isWritable();
    }

    /** More may come in the same read; then it is soon enough to flush. */
    boolean isReading() {
        return reading;
    }

    /** The client waits with the body until it hears that it is wanted. */
    void answerExpect() {
        if (awaitsContinue) {
            awaitsContinue = false;
            channel.writeAndFlush(Answers.goOn(), channel.voidPromise());
        }
    }

    void answer(HttpResponse head) {
        if (!isHead) {
            delimit(head);
        }
        persist(head);
        channel.write(head, channel.voidPromise());
    }

    void answer(HttpContent content) {
        channel.write(content, channel.voidPromise());
    }

    /** The answer is whole. What is left of the request is thrown away. */
    void end(LastHttpContent last) {
        idle.answered();
        if (keepsAlive) {
            channel.write(last, channel.voidPromise());
        } else {
            hasHungUp = true;
            channel.write(last).addListener(written -> hangUp());
        }
        if (!reading) {
            channel.flush();
        }
    }

    void end(FullHttpResponse answer) {
        persist(answer);
        end((LastHttpContent) answer);
    }

    void flush() {
        channel.flush();
    }

    void cut() {
        channel.close();
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

    /** Closing while the client still sends would reset the connection, and the answer might never be read. */
    private void hangUp() {
        if (bodyIsOpen) {
            channel.shutdownOutput();
        } else {
            channel.close();
        }
    }

    /** An answer that ends where the instance closed is sent in chunks, or to an old client by closing, too. */
    private void delimit(HttpResponse head) {
        boolean isChunked = HttpUtil.isTransferEncodingChunked(head);
        if (isOldVersion && (isChunked || !AnswerHead.isFramed(head.headers()))) {
            HttpUtil.setTransferEncodingChunked(head, false);
            keepsAlive = false;
        } else if (!AnswerHead.isFramed(head.headers())) {
            HttpUtil.setTransferEncodingChunked(head, true);
        }
    }

    private void persist(HttpResponse head) {
        // A client that was not told to go on may send the body or the next request: nobody can say which.
        keepsAlive &= !awaitsContinue && !worker.isClosing();
        if (!keepsAlive) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (isOldVersion) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
    }
}
