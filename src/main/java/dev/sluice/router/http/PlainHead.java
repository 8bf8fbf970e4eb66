package dev.sluice.router.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Recognises a message that is as plain as nearly all are: here as a whole, HTTP/1.1, its length given once in digits,
 * no character that two readers could take differently, nothing that asks for special treatment. It never refuses:
 * what it does not recognise is left where it is, for Netty's decoder and {@link FramingGuard} to judge. So it may be
 * narrow, and must be no more lenient than they are. One for each event loop: what it saw holds until its next look.
 */
final class PlainHead {

    private static final HttpMethod[] METHODS = {HttpMethod.POST, HttpMethod.GET};
    private static final byte[] BLANK = {' '};
    private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STATUS = "HTTP/1.1 ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_LINE = {'\r', '\n'};

    /** A longer head is not plain. */
    private static final int LONGEST = 4 << 10;

    private final byte[] bytes = new byte[LONGEST];
    private final PlainFields fields = new PlainFields(bytes);
    private int at;
    private int end;
    private HttpMethod method = HttpMethod.GET;
    private int target;
    private int targetEnd;
    private int status;

    /** True if a plain request starts at {@code in}'s reader index, which stays where it is. */
    boolean isRequest(ByteBuf in, RouterSettings.Clients limits) {
        begin(in);
        if (!skipsMethod() || !skips(BLANK)) {
            return false;
        }
        target = at;
        if (at >= end || bytes[at] != '/') {
            return false;
        }
        while (at < end && Characters.isTarget(bytes[at])) {
            at++;
        }
        targetEnd = at;
        return at <= limits.requestLineBytes() - VERSION.length
                && skips(VERSION)
                && fields.arePlain(at, end)
                && fields.haveOneHost()
                && headLength() <= limits.headerBytes()
                && isWhole(in);
    }

    /** True if a plain response with a body starts at {@code in}'s reader index, which stays where it is. */
    boolean isResponse(ByteBuf in) {
        begin(in);
        if (!skips(STATUS) || end - at < 4) {
            return false;
        }
        status = 0;
        for (int i = 0; i < 3; i++) {
            int digit = bytes[at++] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            status = 10 * status + digit;
        }
        if (bytes[at] != ' ') {
            return false;
        }
        while (at < end && Characters.isValue(bytes[at])) {
            at++;
        }
        boolean hasBody = status >= 200 && status < 600 && status != 204 && status != 304;
        return hasBody && skips(END_OF_LINE) && fields.arePlain(at, end) && fields.haveLength() && isWhole(in);
    }

    // --- what was recognised, until the next look ---

    HttpMethod method() {
        return method;
    }

    String target() {
        return new String(bytes, target, targetEnd - target, StandardCharsets.ISO_8859_1);
    }

    int status() {
        return status;
    }

    RawHeaders headers() {
        return fields.headers();
    }

    int headLength() {
        return fields.end();
    }

    int bodyLength() {
        return fields.bodyLength();
    }

    // --- looking ---

    private void begin(ByteBuf in) {
        at = 0;
        end = Math.min(in.readableBytes(), bytes.length);
        in.getBytes(in.readerIndex(), bytes, 0, end);
    }

    private boolean isWhole(ByteBuf in) {
        return in.readableBytes() - headLength() >= bodyLength();
    }

    /** So that a first line that could be taken for anything else is not plain. */
    private boolean skipsMethod() {
        for (var known : METHODS) {
            if (skips(known.asciiName().array())) {
                method = known;
                return true;
            }
        }
        return false;
    }

    private boolean skips(byte[] expected) {
        if (end - at < expected.length
                || !Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length)) {
            return false;
        }
        at += expected.length;
        return true;
    }
}
