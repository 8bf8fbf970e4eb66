package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/** Turns the head of a client's request into what the instance is to see. */
final class RequestHead {

    private static final String LOCALHOST = "localhost";

    private RequestHead() {}

    /**
     * The endpoint's credentials stay here: an instance has no use for the key, and model code might log it. Expect goes
     * because the router answers it. A request of HTTP/1.0 may have come without a Host, which HTTP/1.1 demands.
     */
    static void rewrite(HttpRequest request, Trace trace, String path) {
        var headers = request.headers();
        HopByHop.strip(headers);
        headers.remove(HttpHeaderNames.AUTHORIZATION);
        headers.remove(HttpHeaderNames.EXPECT);
        trace.writeTo(headers);
        if (!headers.contains(HttpHeaderNames.HOST)) {
            headers.set(HttpHeaderNames.HOST, LOCALHOST);
        }
        request.setUri(path);
        request.setProtocolVersion(HttpVersion.HTTP_1_1);
    }
}
