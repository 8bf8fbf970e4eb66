package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpHeaders;

/**
 * The two ids that let a person follow a request (reference 3.1).
 *
 * @param requestId ours, a GUID; overwrites whatever the client or the model says
 * @param clientRequestId the client's, letters, digits, {@code -} and {@code _} only, at most 40 of them; empty if it
 *     sent none
 */
record Trace(String requestId, String clientRequestId) {

    private static final int LONGEST = 40;

    /** An id of which nothing is left is taken out of {@code headers}: nobody is to see it as it came. */
    static Trace of(String requestId, HttpHeaders headers) {
        var given = headers.get(Names.CLIENT_REQUEST_ID);
        var kept = given == null ? "" : sanitised(given);
        if (given != null && kept.isEmpty()) {
            headers.remove(Names.CLIENT_REQUEST_ID);
        }
        return new Trace(requestId, kept);
    }

    /** Puts both ids into a request or response in place of what was there. */
    void writeTo(HttpHeaders headers) {
        headers.set(Names.REQUEST_ID, requestId);
        if (!clientRequestId.isEmpty()) {
            headers.set(Names.CLIENT_REQUEST_ID, clientRequestId);
        }
    }

    private static String sanitised(String given) {
        var kept = new StringBuilder();
        for (int i = 0; i < given.length() && kept.length() < LONGEST; i++) {
            char c = given.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_') {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
