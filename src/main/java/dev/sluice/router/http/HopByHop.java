package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.Locale;
import java.util.Set;

/** Header fields that concern one connection and are not passed on, in either direction (RFC 9110, 7.6.1). */
final class HopByHop {

    private static final AsciiString[] ALWAYS = {
        HttpHeaderNames.CONNECTION,
        AsciiString.cached("keep-alive"),
        AsciiString.cached("proxy-connection"),
        HttpHeaderNames.PROXY_AUTHENTICATE,
        HttpHeaderNames.PROXY_AUTHORIZATION,
        HttpHeaderNames.TE,
        HttpHeaderNames.UPGRADE,
        AsciiString.cached("http2-settings"),
    };

    /** Naming these in Connection must not make them go: without them the other side reads another message. */
    private static final Set<String> FRAMING = Set.of("host", "content-length", "transfer-encoding");

    private HopByHop() {}

    static void strip(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.CONNECTION)) {
            headers.getAll(HttpHeaderNames.CONNECTION).forEach(listed -> stripListed(headers, listed));
        }
        for (var name : ALWAYS) {
            headers.remove(name);
        }
    }

    /** What a trailer must not say: anything that belongs to routing, framing or credentials. */
    static void stripTrailers(HttpHeaders trailers) {
        if (!trailers.isEmpty()) {
            strip(trailers);
            FRAMING.forEach(trailers::remove);
            trailers.remove(HttpHeaderNames.AUTHORIZATION);
            trailers.remove(HttpHeaderNames.COOKIE);
        }
    }

    private static void stripListed(HttpHeaders headers, String listed) {
        for (var name : listed.split(",")) {
            var folded = name.strip().toLowerCase(Locale.ROOT);
            if (!folded.isEmpty() && !FRAMING.contains(folded)) {
                headers.remove(folded);
            }
        }
    }
}
