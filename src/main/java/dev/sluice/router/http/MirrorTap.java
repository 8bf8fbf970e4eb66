package dev.sluice.router.http;

import dev.sluice.metrics.MirrorMeter.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * The live side of a copy: reserves room, copies the bytes as they pass, and hands them to the lane, a body that came
 * with its head in one go, a longer one at the end of each round of reading. None of that waits. For the live request's
 * event loop only.
 *
 * <p>Bytes are copied, not shared: a shared slice would keep the live connection's whole read buffer alive for as long
 * as the shadow dawdles, and the bound on bytes would mean nothing. What counts is the size of the buffers that they
 * are copied to, and none is tiny unless it holds a whole body: a client cannot have much kept by sending little.
 */
final class MirrorTap implements Witness {

    private static final int SMALLEST_PART = 4 << 10;

    private final MirrorLane lane;
    private final MirrorCopy copy;
    private final EventLoop loop;
    private ByteBuf gathered = Unpooled.EMPTY_BUFFER;
    private long bytes;
    private boolean submitted;
    private boolean due;
    private boolean over;

    /** @param loop of the live request */
    MirrorTap(MirrorLane lane, MirrorCopy copy, EventLoop loop) {
        this.lane = lane;
        this.copy = copy;
        this.loop = loop;
    }

    @Override
    public void passes(HttpContent content) {
        boolean isLast = content instanceof LastHttpContent;
        if (over || !isTaken(content.content(), isLast)) {
            return;
        }
        if (isLast) {
            over = true;
            handOver(last());
        } else if (!due) {
            due = true;
            // Tasks run after the round of reading that is under way.
            loop.execute(this::roundIsOver);
        }
    }

    @Override
    public void breaksOff() {
        if (!over) {
            end(Outcome.RESET);
        }
    }

    private void roundIsOver() {
        due = false;
        if (!over && gathered.isReadable()) {
            handOver(part());
        }
    }

    /** False if the copy has come to its end. */
    private boolean isTaken(ByteBuf part, boolean isLast) {
        int more = part.readableBytes();
        bytes += more;
        if (copy.isOver()) {
            over = true;
            drop();
        } else if (bytes > lane.limits().bodyBytes()) {
            end(Outcome.DROPPED_SIZE);
        } else if (more > gathered.writableBytes() && !makeRoom(more, isLast)) {
            end(Outcome.DROPPED_QUEUE);
        } else {
            gathered.writeBytes(part, part.readerIndex(), more);
        }
        return !over;
    }

    private boolean makeRoom(int more, boolean isLast) {
        int size = isLast && !submitted ? more : Math.max(more, SMALLEST_PART);
        if (!lane.room().takeBytes(size)) {
            return false;
        }
        if (gathered.isReadable()) {
            handOver(part());
        }
        gathered = ByteBufAllocator.DEFAULT.buffer(size, size);
        return true;
    }

    private HttpContent part() {
        var part = new DefaultHttpContent(gathered);
        gathered = Unpooled.EMPTY_BUFFER;
        return part;
    }

    private HttpContent last() {
        var last = new DefaultLastHttpContent(gathered, EmptyHttpHeaders.INSTANCE);
        gathered = Unpooled.EMPTY_BUFFER;
        return last;
    }

    private void handOver(HttpContent part) {
        if (submitted) {
            lane.goesOn(copy, part);
        } else {
            submitted = true;
            lane.submit(copy, part);
        }
    }

    private void end(Outcome outcome) {
        over = true;
        drop();
        if (submitted) {
            lane.cut(copy, outcome);
        } else {
            copy.end(outcome);
        }
    }

    private void drop() {
        lane.room().giveBackBytes(gathered.capacity());
        gathered.release();
        gathered = Unpooled.EMPTY_BUFFER;
    }
}
