package dev.sluice.router.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.util.List;

/** Reads an instance's answers: plain ones at once, all others with Netty's decoder. */
final class AnswerDecoder extends HttpResponseDecoder {

    private static final int LONGEST_LINE = 8 << 10;
    private static final int LONGEST_HEADERS = 64 << 10;
    private static final int CHUNK_BYTES = 64 << 10;

    private final PlainHead plain;
    private HttpMethod asked = HttpMethod.GET;
    private boolean betweenAnswers = true;
    private boolean firedPlain;
    private int lengths;

    AnswerDecoder(PlainHead plain) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setMaxChunkSize(CHUNK_BYTES));
        this.plain = plain;
    }

    /** The next answer is to a request of that method. */
    void answers(HttpMethod method) {
        asked = method;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (message instanceof ByteBuf in && isAtStart() && !asked.equals(HttpMethod.HEAD) && plain.isResponse(in)) {
            firedPlain = true;
            pass(ctx, in);
            if (!in.isReadable()) {
                in.release();
                return;
            }
        }
        super.channelRead(ctx, message);
    }

    /** Netty's would ask for more when it has passed nothing on, also while the connection is held back. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (firedPlain && isAtStart()) {
            ctx.fireChannelReadComplete();
        } else {
            super.channelReadComplete(ctx);
        }
        firedPlain = false;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        int before = in.readerIndex();
        super.decode(ctx, in, out);
        if (!out.isEmpty()) {
            lengths = 0;
            judge(out.get(0));
            betweenAnswers = out.get(out.size() - 1) instanceof LastHttpContent;
        } else if (in.readerIndex() > before) {
            betweenAnswers = false;
        }
    }

    /** Of two lengths in HTTP/1.0 Netty takes the first and forgets the other; who comes after us might not. */
    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        var name = super.splitHeaderName(line, start, length);
        if (HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name) && ++lengths > 1) {
            throw new IllegalArgumentException("two lengths");
        }
        return name;
    }

    /** Netty takes a body in any other coding than chunked to end by closing, which no client could be told. */
    private static void judge(Object first) {
        if (first instanceof HttpResponse head && !FramingGuard.isPlainlyFramed(head)) {
            head.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("not framed by chunks alone")));
        }
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return asked.equals(HttpMethod.HEAD) || super.isContentAlwaysEmpty(message);
    }

    /** Every byte that has come belongs to an answer that is over. */
    boolean isAtStart() {
        return betweenAnswers && actualReadableBytes() == 0;
    }

    private void pass(ChannelHandlerContext ctx, ByteBuf in) {
        var head = new DefaultHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(plain.status()), plain.headers());
        in.skipBytes(plain.headLength());
        var body = new DefaultLastHttpContent(in.readRetainedSlice(plain.bodyLength()), EmptyHttpHeaders.INSTANCE);
        ctx.fireChannelRead(head);
        ctx.fireChannelRead(body);
    }
}
