package dev.sluice.router.http;

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

/**
 * Writes a client's answers in the form that its request allows, and keeps the connection or closes it. For its event
 * loop only.
 */
final class ClientAnswers {

    private final Worker worker;
    private final IdleHandler idle;
    private final ClientHandler client;
    private final DuplexChannel channel;
    private boolean keepsAlive;
    private boolean isOldVersion;
    private boolean isHead;
    private boolean awaitsContinue;
    private boolean ended;

    ClientAnswers(Worker worker, IdleHandler idle, ClientHandler client, DuplexChannel channel) {
        this.worker = worker;
        this.idle = idle;
        this.client = client;
        this.channel = channel;
    }

    /** The next answers are to {@code request}. */
    void begin(HttpRequest request) {
        keepsAlive = HttpUtil.isKeepAlive(request);
        isOldVersion = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        isHead = request.method().equals(HttpMethod.HEAD);
        awaitsContinue = HttpUtil.is100ContinueExpected(request);
    }

    void closeAfterThis() {
        keepsAlive = false;
    }

    /** The last one has been written; the connection is closed as soon as it is out. */
    boolean haveEnded() {
        return ended;
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    /** The answer may end in trailers: it has a body, which may come in chunks. */
    boolean takeTrailers() {
        return !isOldVersion && !isHead;
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

    /** The answer is whole. */
    void end(LastHttpContent last) {
        idle.answered();
        if (keepsAlive) {
            channel.write(last, channel.voidPromise());
        } else {
            ended = true;
            channel.write(last).addListener(written -> hangUp());
        }
        flush();
    }

    void end(FullHttpResponse answer) {
        persist(answer);
        end((LastHttpContent) answer);
    }

    void flush() {
        worker.flushes().add(channel);
    }

    void cut() {
        channel.flush();
        channel.close();
    }

    /** Closing while the client still sends would reset the connection, and the answer might never be read. */
    private void hangUp() {
        if (client.isSending()) {
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
