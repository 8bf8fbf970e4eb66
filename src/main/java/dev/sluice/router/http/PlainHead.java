package dev.sluice.router.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.util.AsciiString;
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
    private static final int LONGEST_LENGTH = 9;

    /** A longer head is not plain. */
    private static final int LONGEST = 4 << 10;

    /** What a message must not say to be plain. */
    private static final AsciiString[] SPECIAL = {
        HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderNames.EXPECT, HttpHeaderNames.UPGRADE, HttpHeaderNames.TRAILER
    };

    private final byte[] bytes = new byte[LONGEST];
    private final int[] places = new int[RawHeaders.PLACES * RawHeaders.MOST_FIELDS + 1];
    private long unneeded;
    private int at;
    private int end;
    private int count;
    private int bodyLength;
    private boolean hasLength;
    private int hosts;
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
                && hasFields(true)
                && at <= limits.headerBytes()
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
        return hasBody && skipsEndOfLine() && hasFields(false) && hasLength && isWhole(in);
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

    /** All fields but Connection, which says to keep it: in HTTP/1.1 that goes without saying, and concerns nobody else. */
    RawHeaders headers() {
        int places = RawHeaders.PLACES * count;
        return new RawHeaders(
                Arrays.copyOf(bytes, this.places[places]), Arrays.copyOf(this.places, places + 1), count, unneeded);
    }

    int headLength() {
        return at;
    }

    int bodyLength() {
        return bodyLength;
    }

    // --- looking ---

    private void begin(ByteBuf in) {
        at = 0;
        end = Math.min(in.readableBytes(), bytes.length);
        in.getBytes(in.readerIndex(), bytes, 0, end);
        count = 0;
        unneeded = 0;
        bodyLength = 0;
        hasLength = false;
        hosts = 0;
    }

    private boolean isWhole(ByteBuf in) {
        return in.readableBytes() - at >= bodyLength;
    }

    private boolean hasFields(boolean needsHost) {
        while (at < end && bytes[at] != '\r') {
            if (count == RawHeaders.MOST_FIELDS || !hasField()) {
                return false;
            }
        }
        places[RawHeaders.PLACES * count] = at;
        return count > 0 && (!needsHost || hosts == 1) && skipsEndOfLine();
    }

    private boolean hasField() {
        int line = at;
        int nameEnd = word();
        if (nameEnd <= line || at >= end || bytes[at] != ':') {
            return false;
        }
        at++;
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        int value = at;
        while (at < end && Characters.isValue(bytes[at])) {
            at++;
        }
        int valueEnd = at;
        while (valueEnd > value && isBlank(bytes[valueEnd - 1])) {
            valueEnd--;
        }
        int place = RawHeaders.PLACES * count;
        places[place] = line;
        places[place + 1] = nameEnd;
        places[place + 2] = value;
        places[place + 3] = valueEnd;
        count++;
        return skipsEndOfLine() && isPlain(line, nameEnd, value, valueEnd);
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

    private boolean isPlain(int name, int nameEnd, int value, int valueEnd) {
        if (says(HttpHeaderNames.CONTENT_LENGTH, name, nameEnd)) {
            return !hasLength && isLength(value, valueEnd);
        }
        if (says(HttpHeaderNames.HOST, name, nameEnd)) {
            hosts++;
            return isHost(value, valueEnd);
        }
        if (says(HttpHeaderNames.CONNECTION, name, nameEnd)) {
            unneeded |= 1L << count - 1;
            return says(HttpHeaderValues.KEEP_ALIVE, value, valueEnd);
        }
        for (var special : SPECIAL) {
            if (says(special, name, nameEnd)) {
                return false;
            }
        }
        return true;
    }

    /** Whether that is what the bytes say, in whichever case; {@code text} is in lower case. */
    private boolean says(AsciiString text, int from, int to) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (AsciiString.toLowerCase((char) (bytes[i] & 0xff)) != text.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private boolean isHost(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isHost(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isLength(int value, int valueEnd) {
        hasLength = true;
        for (int i = value; i < valueEnd; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            bodyLength = 10 * bodyLength + digit;
        }
        return valueEnd > value && valueEnd - value <= LONGEST_LENGTH;
    }

    /** Skips a token; its end. */
    private int word() {
        while (at < end && Characters.isToken(bytes[at])) {
            at++;
        }
        return at;
    }

    private boolean skipsEndOfLine() {
        if (end - at < 2 || bytes[at] != '\r' || bytes[at + 1] != '\n') {
            return false;
        }
        at += 2;
        return true;
    }

    private boolean skips(byte[] expected) {
        if (end - at < expected.length
                || !Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length)) {
            return false;
        }
        at += expected.length;
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
