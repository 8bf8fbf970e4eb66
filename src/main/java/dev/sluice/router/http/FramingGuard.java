package dev.sluice.router.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;

/**
 * Refuses requests that are not HTTP/1.1 or that an instance could read otherwise than we do (request smuggling), and
 * then closes: after such a request nobody can say where the next one starts. Turns the absolute form of a target into
 * the plain one, when it agrees with Host.
 */
final class FramingGuard extends ChannelInboundHandlerAdapter {

    private static final String SCHEME = "http://";

    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request && !isPlain(request) && !isSound(request)) {
            refuse(ctx, request, isTooLong(request) ? Refusal.HEADER_TOO_LARGE : Refusal.MALFORMED);
        } else if (message instanceof HttpRequest request && !isPlain(request) && !isMeetable(request)) {
            refuse(ctx, request, Refusal.EXPECTATION);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void refuse(ChannelHandlerContext ctx, HttpRequest request, Refusal refusal) {
        refused = true;
        ReferenceCountUtil.release(request);
        ctx.writeAndFlush(Answers.closing(refusal)).addListener(ChannelFutureListener.CLOSE);
    }

    /** Whoever expects what we do not know may wait for it with the body, or may not (RFC 9110, 10.1.1). */
    private static boolean isMeetable(HttpRequest request) {
        if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            return true;
        }
        return request.headers().getAll(HttpHeaderNames.EXPECT).stream()
                .allMatch(HttpHeaderValues.CONTINUE::contentEqualsIgnoreCase);
    }

    /** What {@link PlainHead} recognised has been looked at more closely than here. */
    private static boolean isPlain(HttpRequest request) {
        return request.headers() instanceof RawHeaders;
    }

    private static boolean isSound(HttpRequest request) {
        return request.decoderResult().isSuccess()
                && isKnownVersion(request)
                && hasOneHost(request)
                && isPlainlyFramed(request)
                && hasPlainTarget(request);
    }

    private static boolean isKnownVersion(HttpRequest request) {
        var version = request.protocolVersion();
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    private static boolean hasOneHost(HttpRequest request) {
        var hosts = request.headers().valueStringIterator(HttpHeaderNames.HOST);
        if (!hosts.hasNext()) {
            return request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        }
        var host = hosts.next();
        return !hosts.hasNext() && isHost(host);
    }

    private static boolean isHost(String host) {
        return host.chars().allMatch(c -> c < 0x7f && Characters.isHost((byte) c));
    }

    /** Its length is given once, or it comes in chunks and in no other coding. */
    static boolean isPlainlyFramed(HttpMessage message) {
        if (!message.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return true;
        }
        var encodings = message.headers().valueStringIterator(HttpHeaderNames.TRANSFER_ENCODING);
        return HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encodings.next())
                && !encodings.hasNext()
                && message.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !message.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
    }

    private static boolean hasPlainTarget(HttpRequest request) {
        var target = request.uri();
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                return false;
            }
        }
        return target.startsWith("/")
                || target.equals("*") && request.method().equals(HttpMethod.OPTIONS)
                || isAbsoluteAndOurs(request, target);
    }

    private static boolean isAbsoluteAndOurs(HttpRequest request, String target) {
        if (!target.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        int slash = target.indexOf('/', SCHEME.length());
        var authority = target.substring(SCHEME.length(), slash < 0 ? target.length() : slash);
        if (authority.isEmpty() || !authority.equalsIgnoreCase(request.headers().get(HttpHeaderNames.HOST))) {
            return false;
        }
        request.setUri(slash < 0 ? "/" : target.substring(slash));
        return true;
    }

    private static boolean isTooLong(HttpRequest request) {
        var cause = request.decoderResult().cause();
        return cause instanceof TooLongHttpHeaderException || cause instanceof TooLongHttpLineException;
    }
}
