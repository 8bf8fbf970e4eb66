package dev.sluice.router.http;

import dev.sluice.metrics.ShadowAnswers;
import dev.sluice.router.AnswerPair.Said;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Arrays;
import java.util.Optional;

/** An answer as it passes by: its status, the beginning of its body, and how long all of that was. For one event loop only. */
final class KeptAnswer {

    private static final int SMALLEST = 512;

    private int status;
    private boolean encoded;
    private boolean whole;
    private byte[] kept = {};
    private int used;
    private long size;

    void begins(HttpResponse head) {
        status = head.status().code();
        var encoding = head.headers().get(HttpHeaderNames.CONTENT_ENCODING);
        encoded = encoding != null && !HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(encoding.strip());
    }

    void add(HttpContent part) {
        var content = part.content();
        int length = content.readableBytes();
        int wanted = Math.min(length, ShadowAnswers.MOST_OF_ONE - used);
        makeRoom(used + wanted);
        content.getBytes(content.readerIndex(), kept, used, wanted);
        used += wanted;
        size += length;
        whole |= part instanceof LastHttpContent;
    }

    /** A body in many parts is not copied anew for each. */
    private void makeRoom(int needed) {
        if (needed > kept.length) {
            int larger = Math.max(needed, Math.max(SMALLEST, 2 * kept.length));
            kept = Arrays.copyOf(kept, Math.min(larger, ShadowAnswers.MOST_OF_ONE));
        }
    }

    /** As the model gave it. */
    int status() {
        return status;
    }

    byte[] beginning() {
        return Arrays.copyOf(kept, used);
    }

    /** Of the whole body, in bytes. */
    long size() {
        return size;
    }

    /** What can be compared; empty if it is not whole, or longer than what is kept, or compressed. */
    Optional<Said> said() {
        boolean isComparable = whole && size == used && !encoded;
        return isComparable ? Optional.of(new Said(status, beginning())) : Optional.empty();
    }
}
