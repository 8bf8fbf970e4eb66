package dev.sluice.router.http;

import dev.sluice.metrics.ShadowAnswers;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The beginning of an answer's body, and how long all of it was. For one event loop only. */
final class AnswerBody {

    private byte[] kept = {};
    private long size;

    void add(ByteBuf part) {
        int length = part.readableBytes();
        int room = Math.min(length, ShadowAnswers.MOST_OF_ONE - kept.length);
        if (room > 0) {
            int before = kept.length;
            kept = Arrays.copyOf(kept, before + room);
            part.getBytes(part.readerIndex(), kept, before, room);
        }
        size += length;
    }

    byte[] kept() {
        return kept;
    }

    long size() {
        return size;
    }
}
