package dev.sluice.router.http;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which endpoint a request is for, and which path the model sees. Two spellings: {@code /endpoints/<endpoint>/<path>}
 * at any host, and {@code /<path>} at host {@code <endpoint>.localhost}; the first wins.
 */
record Address(String endpoint, String path) {

    private static final String PREFIX = "/endpoints/";
    private static final String SUFFIX = ".localhost";

    /**
     * @param target the request target, path and query
     * @param host the Host header, empty if there is none; asked only when the target does not say it all
     */
    static Optional<Address> of(String target, Supplier<String> host) {
        return target.startsWith(PREFIX) ? inPath(target) : inHost(target, host.get());
    }

    private static Optional<Address> inPath(String target) {
        int end = PREFIX.length();
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        var rest = target.substring(end);
        return Optional.of(
                new Address(target.substring(PREFIX.length(), end), rest.startsWith("/") ? rest : "/" + rest));
    }

    private static Optional<Address> inHost(String target, String host) {
        int colon = host.indexOf(':');
        int end = (colon < 0 ? host.length() : colon) - SUFFIX.length();
        return end > 0 && host.regionMatches(true, end, SUFFIX, 0, SUFFIX.length())
                ? Optional.of(new Address(host.substring(0, end), target))
                : Optional.empty();
    }
}
