package dev.sluice.router.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one request for the page and closes. A browser that was led here under another name, so that a web page could
 * read what is shown, says that name in {@code Host}, and is refused.
 */
final class MetricsHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsHandler.class);

    private static final String PATH = "/metrics";
    private static final Pattern OUR_NAMES = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?");

    private final String contentType;
    private final Supplier<byte[]> page;
    private boolean answered;

    MetricsHandler(String contentType, Supplier<byte[]> page) {
        this.contentType = contentType;
        this.page = page;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (answered) {
            return;
        }
        answered = true;
        ctx.channel().config().setAutoRead(false);
        var answer = answer(request);
        var headers = answer.headers();
        headers.set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes());
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        ctx.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    private FullHttpResponse answer(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return text(HttpResponseStatus.BAD_REQUEST, "This is not a valid or not a short HTTP/1.1 request.");
        }
        if (!isForUs(request)) {
            return text(HttpResponseStatus.FORBIDDEN, "Ask for 127.0.0.1 or localhost; no other Host is answered.");
        }
        boolean isHead = request.method().equals(HttpMethod.HEAD);
        if (!isHead && !request.method().equals(HttpMethod.GET)) {
            var answer = text(HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.");
            answer.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
            return answer;
        }
        if (!PATH.equals(pathOf(request))) {
            return text(HttpResponseStatus.NOT_FOUND, "The metrics are at " + PATH + ".");
        }
        return page();
    }

    private FullHttpResponse page() {
        try {
            return answer(HttpResponseStatus.OK, contentType, page.get());
        } catch (RuntimeException e) {
            LOG.error("the metrics cannot be written", e);
            return text(HttpResponseStatus.INTERNAL_SERVER_ERROR, "The metrics cannot be written; see sluice.log.");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    private static boolean isForUs(HttpRequest request) {
        var hosts = request.headers().getAll(HttpHeaderNames.HOST);
        return hosts.size() == 1 && OUR_NAMES.matcher(hosts.get(0)).matches();
    }

    private static String pathOf(HttpRequest request) {
        int query = request.uri().indexOf('?');
        return query < 0 ? request.uri() : request.uri().substring(0, query);
    }

    private static FullHttpResponse text(HttpResponseStatus status, String sentence) {
        return answer(status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(UTF_8));
    }

    private static FullHttpResponse answer(HttpResponseStatus status, String contentType, byte[] body) {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        answer.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        return answer;
    }
}
