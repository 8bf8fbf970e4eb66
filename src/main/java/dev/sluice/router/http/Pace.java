package dev.sluice.router.http;

import dev.sluice.router.Bandwidth;
import io.netty.handler.codec.http.HttpContent;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets the parts of one stream through as an endpoint's bandwidth has room for them. No thread waits: a part that comes
 * too early is kept here until it is due, and the source is held meanwhile, so that no more is kept than one read
 * brings. For its event loop only.
 */
final class Pace extends Deadlines.Timed {

    /** Where the stream comes from and where it goes. */
    interface Stream {

        /** The next part's turn has come. */
        void pass(HttpContent part);

        /** What has passed should go out. */
        void flush();

        /** Nothing more should come for now. */
        void hold();

        /** More may come. */
        void resume();
    }

    /** @param due when it may pass, by the worker's clock */
    private record Early(HttpContent part, int bytes, long due) {}

    private final Queue<Early> early = new ArrayDeque<>(2);
    private final Worker worker;
    private final Bandwidth bandwidth;
    private final Stream stream;
    private boolean holding;
    private long lastDue;
    private long delayed;

    Pace(Worker worker, Bandwidth bandwidth, Stream stream) {
        this.worker = worker;
        this.bandwidth = bandwidth;
        this.stream = stream;
    }

    /** Takes {@code part} over. */
    void add(HttpContent part) {
        long now = worker.now();
        int bytes = part.content().readableBytes();
        // An empty part waits for those before it only.
        long due = bytes == 0 ? now : now + bandwidth.reserve(bytes, now);
        if (!holding && due - now <= 0) {
            stream.pass(part);
        } else {
            keep(new Early(part, bytes, due), now);
        }
    }

    /** For how long the stream has been held up in all, in nanoseconds; what it still has to wait is counted in. */
    long delayed() {
        return delayed;
    }

    /** Nobody wants what is kept here. */
    void drop() {
        worker.deadlines().forget(this);
        if (!holding) {
            return;
        }
        delayed -= Math.max(0, lastDue - worker.now());
        early.forEach(kept -> {
            bandwidth.giveBack(kept.bytes());
            kept.part().release();
        });
        early.clear();
        letCome();
    }

    @Override
    void expire() {
        long now = worker.now();
        for (var first = early.peek(); first != null && first.due() - now <= 0; first = early.peek()) {
            early.remove();
            stream.pass(first.part());
        }
        stream.flush();
        var next = early.peek();
        if (next != null) {
            worker.deadlines().watch(this, next.due());
        } else if (holding) {
            // Unless the last part has ended it all: then another request may hold the same client.
            letCome();
        }
    }

    private void keep(Early kept, long now) {
        long from = holding ? lastDue : now;
        lastDue = from + Math.max(0, kept.due() - from);
        delayed += lastDue - from;
        early.add(kept);
        // Each time: the source may have been let on for another reason, which brings one read more, and no second one.
        stream.hold();
        if (!holding) {
            holding = true;
            // What has passed, such as a head, need not wait: nobody else may say that it is time to send it.
            stream.flush();
            worker.deadlines().watch(this, kept.due());
        }
    }

    private void letCome() {
        holding = false;
        stream.resume();
    }
}
