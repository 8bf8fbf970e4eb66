package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.LinkedList;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Streams a request's body to the instance, as fast as the instance takes it. What comes before there is a connection
 * waits here; reading from the client stops meanwhile, so that this is no more than one read's worth.
 */
final class RequestBody {

    private final Queue<HttpContent> early = new LinkedList<>(); // nearly always empty
    private final ClientHandler client;
    private final Witness witness;
    private final long limit;
    private @Nullable UpstreamConnection to;
    private long bytes;
    private boolean whole;

    RequestBody(ClientHandler client, Witness witness, long limit) {
        this.client = client;
        this.witness = witness;
        this.limit = limit;
    }

    /** All of it has come from the client. */
    boolean isWhole() {
        return whole;
    }

    /** All of it has come, and it is empty. */
    boolean isEmpty() {
        return whole && bytes == 0;
    }

    /** False, and nothing taken, if it has become longer than the limit. */
    boolean add(HttpContent content) {
        bytes += content.content().readableBytes();
        if (bytes > limit) {
            content.release();
            return false;
        }
        witness.passes(content);
        if (content instanceof LastHttpContent last) {
            whole = true;
            HopByHop.stripTrailers(last.trailingHeaders());
        }
        pass(content);
        return true;
    }

    /** Sends what has come so far, and from now on what comes. A second time, only if it is whole and empty. */
    void sendTo(UpstreamConnection connection) {
        if (to != null) {
            connection.write(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        to = connection;
        for (var content = early.poll(); content != null; content = early.poll()) {
            connection.write(content);
        }
        client.resumeBody();
    }

    /** The instance takes more again. */
    void resume() {
        client.resumeBody();
    }

    /** Nobody wants the rest. */
    void drop() {
        for (var content = early.poll(); content != null; content = early.poll()) {
            content.release();
        }
        to = null;
        witness.breaksOff();
        client.resumeBody();
    }

    private void pass(HttpContent content) {
        if (to == null) {
            early.add(content);
        } else {
            to.write(content);
        }
        if (!whole && (to == null || !to.isWritable())) {
            client.holdBody();
        }
    }
}
