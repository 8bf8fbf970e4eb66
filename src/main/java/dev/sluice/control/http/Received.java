package dev.sluice.control.http;

import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a request says, taken out of HTTP. */
final class Received {

    private static final int BAD_REQUEST = 400;

    private Received() {}

    /** @throws Unheard if it cannot be decoded */
    static String path(FullHttpRequest request) throws Unheard {
        return address(request).path();
    }

    /** @throws Unheard if it cannot be decoded, or a parameter is there twice */
    static Map<String, String> query(FullHttpRequest request) throws Unheard {
        var values = new HashMap<String, String>();
        for (var parameter : address(request).parameters().entrySet()) {
            if (parameter.getValue().size() > 1) {
                throw new Unheard(
                        BAD_REQUEST, Problem.of(Code.BAD_VALUE, parameter.getKey(), "it is said twice", "say it once"));
            }
            values.put(parameter.getKey(), parameter.getValue().get(0));
        }
        return values;
    }

    static byte[] body(FullHttpRequest request) {
        var bytes = new byte[request.content().readableBytes()];
        request.content().readBytes(bytes);
        return bytes;
    }

    /** Whether the body is said to be JSON, in whatever charset: it is read as UTF-8. */
    static boolean isJson(FullHttpRequest request) {
        var type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        return type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    /** One that can be decoded throughout. */
    private static QueryStringDecoder address(FullHttpRequest request) throws Unheard {
        try {
            var address = new QueryStringDecoder(request.uri(), StandardCharsets.UTF_8);
            address.path();
            address.parameters();
            return address;
        } catch (IllegalArgumentException e) {
            throw new Unheard(
                    BAD_REQUEST,
                    Problem.of(
                            Code.SYNTAX,
                            "",
                            "the address cannot be read: " + e.getMessage(),
                            "percent-encode it as UTF-8"));
        }
    }
}
