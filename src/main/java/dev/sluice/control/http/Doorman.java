package dev.sluice.control.http;

import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import dev.sluice.domain.Secret;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/**
 * Decides by a request's head alone whether it is listened to. Who does not know the secret learns nothing, not even
 * whether the rest would have been right. No web page gets in: a page that knows the port still has another origin, or
 * another host name that leads here (DNS rebinding). Pure.
 */
record Doorman(Secret secret, int port) {

    private static final String SCHEME = "Bearer ";

    /** Whether the secret was shown, once and rightly. Takes as long for a nearly right one as for a wrong one. */
    boolean knows(HttpHeaders head) {
        var shown = head.getAll(HttpHeaderNames.AUTHORIZATION);
        if (shown.size() != 1 || !shown.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        return MessageDigest.isEqual(
                bytes(shown.get(0).substring(SCHEME.length()).strip()), bytes(secret.reveal()));
    }

    /** @throws Unheard if the request was not meant for here, or was sent by a web page */
    void admit(HttpHeaders head) throws Unheard {
        if (!addressed(head.getAll(HttpHeaderNames.HOST))) {
            throw new Unheard(
                    421,
                    Problem.of(
                            Code.NOT_SUPPORTED,
                            "Host",
                            "the request is addressed to another host",
                            "use the address as it stands in control.json"));
        }
        if (head.contains(HttpHeaderNames.ORIGIN)
                || !head.get("Sec-Fetch-Site", "none").equals("none")) {
            throw new Unheard(
                    403,
                    Problem.of(
                            Code.NOT_SUPPORTED,
                            "Origin",
                            "the request was sent by a web page",
                            "use the command line"));
        }
    }

    private boolean addressed(List<String> hosts) {
        return hosts.size() == 1
                && Set.of("127.0.0.1:" + port, "localhost:" + port).contains(hosts.get(0));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
