package dev.sluice.control.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/**
 * The server's answers as HTTP. Each ends its connection, which carries one request: no answer can be mistaken for that to
 * another.
 */
final class Wire {

    private Wire() {}

    static FullHttpResponse whole(Reply reply) {
        var message = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()), Unpooled.wrappedBuffer(reply.json()));
        if (reply.json().length > 0) {
            message.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        }
        if (reply.status() == HttpResponseStatus.UNAUTHORIZED.code()) {
            message.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        reply.fields().forEach((name, value) -> message.headers().set(name, value));
        message.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, reply.json().length);
        return last(message);
    }

    /** Of server-sent events, until the connection ends. */
    static HttpResponse beginningOfEvents() {
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_EVENT_STREAM);
        return last(head);
    }

    private static <M extends HttpResponse> M last(M message) {
        message.headers()
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set("X-Content-Type-Options", "nosniff");
        return message;
    }
}
