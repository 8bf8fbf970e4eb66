package dev.sluice.router.http;

import dev.sluice.router.Collector;
import dev.sluice.router.Passage;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Arrays;

/** The beginning of a body that passes by, in room that the collector has given. For one event loop only. */
final class BodyCopy {

    private static final int SMALLEST = 512;

    private final Collector collector;
    private final String contentType;
    private byte[] kept = {};
    private int used;
    private long size;
    private boolean whole;

    BodyCopy(Collector collector, String contentType) {
        this.collector = collector;
        this.contentType = contentType;
    }

    /** False if there is no room for it. */
    boolean add(HttpContent part) {
        var content = part.content();
        int length = content.readableBytes();
        int wanted = Math.min(length, Collector.MOST_OF_ONE - used);
        if (wanted > kept.length - used && !grow(used + wanted)) {
            return false;
        }
        content.getBytes(content.readerIndex(), kept, used, wanted);
        used += wanted;
        size += length;
        whole |= part instanceof LastHttpContent;
        return true;
    }

    /** How much of the collector's room it holds. */
    int room() {
        return kept.length;
    }

    Passage.Body body() {
        return new Passage.Body(contentType, Arrays.copyOf(kept, used), size, whole);
    }

    /** A body in many parts is not copied anew for each. */
    private boolean grow(int needed) {
        int larger = Math.min(Collector.MOST_OF_ONE, Math.max(Math.max(needed, SMALLEST), 2 * kept.length));
        if (!collector.takeRoom(larger - kept.length)) {
            return false;
        }
        kept = Arrays.copyOf(kept, larger);
        return true;
    }
}
