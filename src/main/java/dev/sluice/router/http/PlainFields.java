package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.util.AsciiString;
import java.util.Arrays;

/**
 * Recognises header fields that are plain: each on a line of its own, the length given at most once and in digits, nothing
 * that asks for special treatment. As narrow as {@link PlainHead}, of which it is a part, and which it never outlives:
 * what it saw holds until its next look.
 */
final class PlainFields {

    private static final int LONGEST_LENGTH = 9;

    /** What a message must not say to be plain. */
    private static final AsciiString[] SPECIAL = {
        HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderNames.EXPECT, HttpHeaderNames.UPGRADE, HttpHeaderNames.TRAILER
    };

    private final byte[] bytes;
    private final int[] places = new int[RawHeaders.PLACES * RawHeaders.MOST_FIELDS + 1];
    private long unneeded;
    private int at;
    private int end;
    private int count;
    private int bodyLength;
    private boolean hasLength;
    private int hosts;

    /** @param bytes where each message is put before it is looked at */
    PlainFields(byte[] bytes) {
        this.bytes = bytes;
    }

    /** True if plain fields, at least one, and the line that ends them start at {@code from}. */
    boolean arePlain(int from, int to) {
        begin(from, to);
        while (at < end && bytes[at] != '\r') {
            if (count == RawHeaders.MOST_FIELDS || !hasField()) {
                return false;
            }
        }
        places[RawHeaders.PLACES * count] = at;
        return count > 0 && skipsEndOfLine();
    }

    // --- what was recognised, until the next look ---

    boolean haveOneHost() {
        return hosts == 1;
    }

    boolean haveLength() {
        return hasLength;
    }

    /** None if they say nothing of it. */
    int bodyLength() {
        return bodyLength;
    }

    /** Where the body starts. */
    int end() {
        return at;
    }

    /** All but Connection, which says to keep it: in HTTP/1.1 that goes without saying, and concerns nobody else. */
    RawHeaders headers() {
        int end = RawHeaders.PLACES * count;
        return new RawHeaders(Arrays.copyOf(bytes, places[end]), Arrays.copyOf(places, end + 1), count, unneeded);
    }

    // --- looking ---

    private void begin(int from, int to) {
        at = from;
        end = to;
        count = 0;
        unneeded = 0;
        bodyLength = 0;
        hasLength = false;
        hosts = 0;
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

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
