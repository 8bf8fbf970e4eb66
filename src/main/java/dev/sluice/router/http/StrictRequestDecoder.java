package dev.sluice.router.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Netty's decoder, set to be as strict as it can be whatever the system properties say, and without two leniencies that
 * cannot be turned off and let two servers read one byte stream in two ways: it joins folded lines, and takes much for
 * a blank in the first line.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {

    private static final int CHUNK_BYTES = 64 << 10;
    private static final byte[] VERSION = " HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    private static final short END_OF_LINE = '\r' << 8 | '\n';

    private final PlainHead plain;
    private final RouterSettings.Clients limits;
    private boolean inHead = true;
    private boolean atFirstLine = true;
    private boolean refused;
    private boolean firedPlain;

    StrictRequestDecoder(RouterSettings.Clients limits, PlainHead plain) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.requestLineBytes())
                .setMaxHeaderSize(limits.headerBytes())
                .setMaxChunkSize(CHUNK_BYTES)
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true)
                .setAllowDuplicateContentLengths(false));
        this.limits = limits;
        this.plain = plain;
    }

    /** Plain requests go by Netty's decoder; from the first that is not plain on, the rest of what was read is its. */
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (!(message instanceof ByteBuf in) || !isBetweenRequests()) {
            super.channelRead(ctx, message);
            return;
        }
        while (in.isReadable() && plain.isRequest(in, limits)) {
            firedPlain = true;
            pass(ctx, in);
        }
        if (in.isReadable()) {
            super.channelRead(ctx, in);
        } else {
            in.release();
        }
    }

    /** Netty's would ask for more when it has passed nothing on, also while the connection is held back. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (firedPlain && isBetweenRequests()) {
            ctx.fireChannelReadComplete();
        } else {
            super.channelReadComplete(ctx);
        }
        firedPlain = false;
    }

    private boolean isBetweenRequests() {
        return inHead && atFirstLine && !refused && actualReadableBytes() == 0;
    }

    private void pass(ChannelHandlerContext ctx, ByteBuf in) {
        var head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, plain.method(), plain.target(), plain.headers());
        in.skipBytes(plain.headLength());
        var body = plain.bodyLength() == 0
                ? LastHttpContent.EMPTY_LAST_CONTENT
                : new DefaultLastHttpContent(in.readRetainedSlice(plain.bodyLength()), EmptyHttpHeaders.INSTANCE);
        ctx.fireChannelRead(head);
        ctx.fireChannelRead(body);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        boolean isFirst = inHead && atFirstLine;
        if (isFirst) {
            skipEmptyLines(in);
        }
        if (refused) {
            in.skipBytes(in.readableBytes());
        } else if (inHead && hasFoldedLine(in) || isFirst && !hasPlainFirstLine(in)) {
            refuse(in, out);
        } else if (!isFirst || !isHalfAnEmptyLine(in)) {
            int before = in.readerIndex();
            super.decode(ctx, in, out);
            follow(out, in.readerIndex() > before);
        }
    }

    private void refuse(ByteBuf in, List<Object> out) {
        refused = true;
        var invalid = createInvalidMessage();
        invalid.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a line in two readings")));
        in.skipBytes(in.readableBytes());
        out.add(invalid);
    }

    /** Those before a request are no part of it (RFC 9112, 2.2). */
    private static void skipEmptyLines(ByteBuf in) {
        while (in.readableBytes() > 1 && in.getShort(in.readerIndex()) == END_OF_LINE) {
            in.skipBytes(2);
        }
    }

    private static boolean isHalfAnEmptyLine(ByteBuf in) {
        return in.readableBytes() == 1 && in.getByte(in.readerIndex()) == '\r';
    }

    /**
     * Three words with a blank between each, the last one the version. Netty would take more blanks, and tabs and bare
     * CRs for blanks, and "http" for HTTP.
     */
    private static boolean hasPlainFirstLine(ByteBuf in) {
        int blanks = 0;
        for (int i = in.readerIndex(); i < in.writerIndex(); i++) {
            byte next = in.getByte(i);
            if (next == '\r') {
                return i + 1 == in.writerIndex() || in.getByte(i + 1) == '\n' && blanks == 2 && endsInVersion(in, i);
            }
            if (next >= 0 && next < ' ') {
                return false;
            }
            blanks += next == ' ' ? 1 : 0;
        }
        return true;
    }

    private static boolean endsInVersion(ByteBuf in, int end) {
        int start = end - VERSION.length - 1;
        for (int i = 0; i < VERSION.length; i++) {
            if (start < in.readerIndex() || in.getByte(start + i) != VERSION[i]) {
                return false;
            }
        }
        return true;
    }

    /** Netty leaves a line in the buffer until it is whole, so the buffer starts at the start of a line. */
    private static boolean hasFoldedLine(ByteBuf in) {
        int line = in.readerIndex();
        while (line < in.writerIndex()) {
            byte first = in.getByte(line);
            if (first == ' ' || first == '\t') {
                return true;
            }
            if (first == '\r' || first == '\n') {
                return false;
            }
            int end = in.indexOf(line, in.writerIndex(), (byte) '\n');
            line = end < 0 ? in.writerIndex() : end + 1;
        }
        return false;
    }

    private void follow(List<Object> out, boolean hasRead) {
        if (!out.isEmpty()) {
            inHead = out.get(out.size() - 1) instanceof LastHttpContent;
            atFirstLine = inHead;
        } else if (hasRead) {
            atFirstLine = false;
        }
    }
}
