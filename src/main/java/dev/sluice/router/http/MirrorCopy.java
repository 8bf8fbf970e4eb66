package dev.sluice.router.http;

import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.router.EndpointRoute;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * A live request's copy on its way to the shadow. It ends exactly once, in one outcome of the endpoint's ledger.
 *
 * <p>It is gathered on the live request's event loop and belongs to the lane's from {@link MirrorLane#submit} on. Bytes
 * are copied, not shared: a shared slice would keep the live connection's whole read buffer alive for as long as the
 * shadow dawdles, and the lane's bound on bytes would mean nothing.
 */
final class MirrorCopy implements Tap {

    private final MirrorLane lane;
    private final EndpointRoute sampledBy;
    private final DeploymentName target;
    private final HttpMethod method;
    private final String path;
    private final HttpHeaders headers;
    private final long sampled;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;
    private int held;
    private long due;
    private boolean whole;
    private boolean sent;
    private boolean ended;

    MirrorCopy(MirrorLane lane, EndpointRoute sampledBy, DeploymentName target, HttpRequest request, long sampled) {
        this.lane = lane;
        this.sampledBy = sampledBy;
        this.target = target;
        this.method = request.method();
        this.path = request.uri();
        this.headers = headersOf(request);
        this.sampled = sampled;
    }

    String endpoint() {
        return sampledBy.name().folded();
    }

    DeploymentName target() {
        return target;
    }

    HttpMethod method() {
        return method;
    }

    /** When the live request was admitted. */
    long sampled() {
        return sampled;
    }

    @Override
    public void passes(HttpContent content) {
        if (ended) {
            return;
        }
        int bytes = content.content().readableBytes();
        if (held + bytes > lane.limits().bodyBytes()) {
            end(MirrorMeter.Outcome.DROPPED_SIZE);
        } else if (!lane.takeBytes(bytes)) {
            end(MirrorMeter.Outcome.DROPPED_QUEUE);
        } else {
            keep(content.content(), bytes);
            if (content instanceof LastHttpContent) {
                whole = true;
                lane.submit(this);
            }
        }
    }

    @Override
    public void breaksOff() {
        if (!whole && !ended) {
            end(MirrorMeter.Outcome.RESET);
        }
    }

    /** It is whole, and takes its part of the endpoint's bandwidth, behind the live request's. */
    void reserve(long now) {
        due = now + sampledBy.bandwidth().reserve(held, now);
    }

    /** There is bandwidth for it. */
    boolean isDue(long now) {
        return due - now <= 0;
    }

    /** What the shadow is to get; the caller releases it. */
    FullHttpRequest request() {
        sent = true;
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || held > 0) {
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
            headers.set(HttpHeaderNames.CONTENT_LENGTH, held);
        }
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                method,
                path,
                body.retain(),
                headers,
                DefaultHttpHeadersFactory.trailersFactory().newHeaders());
    }

    void end(MirrorMeter.Outcome outcome) {
        ended = true;
        body.release();
        lane.giveBack(held);
        if (whole && !sent) {
            sampledBy.bandwidth().giveBack(held);
        }
        sampledBy.mirrorMeter().ended(outcome);
    }

    private void keep(ByteBuf part, int bytes) {
        if (bytes > 0) {
            if (held == 0) {
                body = ByteBufAllocator.DEFAULT.buffer(bytes);
            }
            body.writeBytes(part, part.readerIndex(), bytes);
            held += bytes;
        }
    }

    /** The live request's, credentials having gone already, but for cookies. */
    private static HttpHeaders headersOf(HttpRequest request) {
        return request.headers().copy().remove(HttpHeaderNames.COOKIE).set(Names.MIRRORED, "true");
    }
}
