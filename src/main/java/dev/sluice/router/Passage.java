package dev.sluice.router;

import java.util.Map;
import java.util.Optional;

/**
 * One request and its answer, as far as they are to be kept.
 *
 * @param requestId the router's id of it
 * @param correlationId the caller's own id, or the router's if it sent none
 * @param path as the model saw it, with its query
 * @param headers of the request, those that were asked for
 * @param request empty if it is not collected
 * @param answer empty if it is not collected, or the model gave none
 */
public record Passage(
        String requestId,
        String correlationId,
        String method,
        String path,
        Map<String, String> headers,
        Optional<Body> request,
        Optional<Body> answer) {

    public Passage {
        headers = Map.copyOf(headers);
    }

    /**
     * A body, or its beginning.
     *
     * @param contentType as its sender said; may be empty
     * @param bytes its beginning; all of it if it is as long as {@code size} and {@code whole}
     * @param size how many bytes have come
     * @param whole false if it broke off before its end
     */
    public record Body(String contentType, byte[] bytes, long size, boolean whole) {

        /** Whether there is more of it than was kept. */
        public boolean isCut() {
            return size > bytes.length;
        }
    }
}
