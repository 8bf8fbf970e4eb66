package dev.sluice.router.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Writes the router's own answers. */
final class Answers {

    private Answers() {}

    static FullHttpResponse of(Refusal refusal) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                refusal.status(),
                Unpooled.wrappedBuffer(refusal.body().getBytes(StandardCharsets.UTF_8)));
        var headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_PLAIN);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        if (refusal.modelStatus() != 0) {
            headers.set(Names.ERROR_STATUS, refusal.modelStatus());
        }
        if (!refusal.reason().isEmpty()) {
            headers.set(Names.ERROR_REASON, refusal.reason());
        }
        return response;
    }

    static FullHttpResponse closing(Refusal refusal) {
        var response = of(refusal);
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return response;
    }

    static FullHttpResponse goOn() {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);
    }
}
