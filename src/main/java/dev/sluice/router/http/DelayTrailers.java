package dev.sluice.router.http;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.TimeUnit;

/**
 * Tells a client how long the bandwidth has held up its request and the answer, as the cloud does: in two trailers, in
 * whole milliseconds (reference 3.2). Trailers come behind chunks only, so the answer is sent in chunks.
 */
final class DelayTrailers {

    private DelayTrailers() {}

    /** The same head, with trailers to come. */
    static HttpResponse announce(HttpResponse head) {
        // A copy: fields that are still raw would be written as they came, and the body after them without chunks.
        var announced = new DefaultHttpResponse(
                head.protocolVersion(), head.status(), head.headers().copy());
        HttpUtil.setTransferEncodingChunked(announced, true);
        announced.headers().add(HttpHeaderNames.TRAILER, Names.REQUEST_DELAY + ", " + Names.ANSWER_DELAY);
        return announced;
    }

    /** The same end, with the delays in it, which are given in nanoseconds. */
    static LastHttpContent tell(LastHttpContent last, long request, long answer) {
        var told = new DefaultLastHttpContent(last.content());
        told.trailingHeaders()
                .set(last.trailingHeaders())
                .set(Names.REQUEST_DELAY, Long.toString(TimeUnit.NANOSECONDS.toMillis(request)))
                .set(Names.ANSWER_DELAY, Long.toString(TimeUnit.NANOSECONDS.toMillis(answer)));
        return told;
    }
}
