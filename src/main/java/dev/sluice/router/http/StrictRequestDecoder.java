package dev.sluice.router.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Netty's decoder, set to be as strict as it can be whatever the system properties say, and without the leniencies that
 * cannot be turned off and let two servers read one byte stream in two ways: it joins folded lines, takes much for a
 * blank in the first line, takes the first of an old client's two lengths, and leaves some trailers out unread.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {

    private static final int CHUNK_BYTES = 64 << 10;
    private static final byte[] VERSION = " HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    private static final short END_OF_LINE = '\r' << 8 | '\n';

    private final PlainHead plain;
    private final RouterSettings.Clients limits;
    private boolean inHead = true;
    private boolean atFirstLine = true;
    private boolean inTrailers;
    private int lengths;
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
        } else if ((inHead || inTrailers) && hasDoubtfulLine(in) || isFirst && !hasPlainFirstLine(in)) {
            refuse(in, out);
        } else if (!isFirst || !isHalfAnEmptyLine(in)) {
            int before = in.readerIndex();
            super.decode(ctx, in, out);
            follow(in, before, out);
        }
    }

    @Override
    protected HttpMessage createMessage(String[] initialLine) throws Exception {
        lengths = 0;
        return super.createMessage(initialLine);
    }

    /** The first that is known of a field, and all that is known of a second length in HTTP/1.0. */
    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        var name = super.splitHeaderName(line, start, length);
        if (inHead && HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name) && ++lengths > 1) {
            throw new IllegalArgumentException("two lengths");
        }
        return name;
    }

    private void refuse(ByteBuf in, List<Object> out) {
        refused = true;
        var invalid = inHead ? createInvalidMessage() : new DefaultLastHttpContent();
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

    /** Three words with a blank between each, the last one the version. Netty would take more blanks, tabs and "http". */
    private static boolean hasPlainFirstLine(ByteBuf in) {
        int end = endOfText(in, in.readerIndex());
        int blanks = 0;
        for (int i = in.readerIndex(); i < end; i++) {
            if (in.getByte(i) == '\t') {
                return false;
            }
            blanks += in.getByte(i) == ' ' ? 1 : 0;
        }
        return end + 1 >= in.writerIndex() || blanks == 2 && endsInVersion(in, end);
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

    /**
     * One that continues the line before, or holds a control character, up to the empty line. Netty leaves a line in
     * the buffer until it is whole, so the buffer starts at the start of a line.
     */
    private static boolean hasDoubtfulLine(ByteBuf in) {
        int line = in.readerIndex();
        while (line < in.writerIndex()) {
            int end = endOfText(in, line);
            if (isBlank(in.getByte(line)) || !mayEndLine(in, end)) {
                return true;
            }
            if (end == line) {
                return false;
            }
            line = end + 2;
        }
        return false;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static int endOfText(ByteBuf in, int from) {
        int end = from;
        while (end < in.writerIndex() && Characters.isValue(in.getByte(end))) {
            end++;
        }
        return end;
    }

    private static boolean mayEndLine(ByteBuf in, int at) {
        return at == in.writerIndex()
                || in.getByte(at) == '\r' && (at + 1 == in.writerIndex() || in.getByte(at + 1) == '\n');
    }

    private void follow(ByteBuf in, int before, List<Object> out) {
        if (!out.isEmpty()) {
            inHead = out.get(out.size() - 1) instanceof LastHttpContent;
            atFirstLine = inHead;
            inTrailers = false;
        } else if (in.readerIndex() > before) {
            atFirstLine = false;
            inTrailers |= !inHead && isLastChunk(in, before);
        }
    }

    /** Netty has taken it for a chunk's line, so that it is the last one if its number is 0. */
    private static boolean isLastChunk(ByteBuf in, int line) {
        int end = line;
        while (in.getByte(end) == '0') {
            end++;
        }
        return end > line && Character.digit(in.getByte(end), 16) < 0;
    }
}
