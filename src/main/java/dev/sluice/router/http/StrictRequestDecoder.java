package dev.sluice.router.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * Netty's decoder, set to be as strict as it can be whatever the system properties say, and without the one leniency
 * that cannot be turned off: it joins folded lines, which lets two servers read one byte stream in two ways.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {

    private static final int CHUNK_BYTES = 64 << 10;

    private boolean inHead = true;
    private boolean atFirstLine = true;
    private boolean refused;

    StrictRequestDecoder(RouterSettings.Clients limits) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.requestLineBytes())
                .setMaxHeaderSize(limits.headerBytes())
                .setMaxChunkSize(CHUNK_BYTES)
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true)
                .setAllowDuplicateContentLengths(false));
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        if (refused) {
            in.skipBytes(in.readableBytes());
        } else if (inHead && hasFoldedLine(in)) {
            refused = true;
            var invalid = createInvalidMessage();
            invalid.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a folded line")));
            in.skipBytes(in.readableBytes());
            out.add(invalid);
        } else {
            int before = in.readerIndex();
            super.decode(ctx, in, out);
            follow(out, in.readerIndex() > before);
        }
    }

    /** Netty leaves a line in the buffer until it is whole, so the buffer starts at the start of a line. */
    private boolean hasFoldedLine(ByteBuf in) {
        int line = in.readerIndex();
        while (line < in.writerIndex()) {
            byte first = in.getByte(line);
            if (first == ' ' || first == '\t') {
                return true;
            }
            boolean isBlank = first == '\r' || first == '\n';
            if (isBlank && !(atFirstLine && line == in.readerIndex())) {
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
