package dev.sluice.metrics;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The shadow's newest answers, by the id of the request that was copied, so that a person can lay them beside the live
 * ones: at most {@value #MOST} of them and {@value #MOST_BYTES} bytes of bodies; older ones go first. Whoever writes waits
 * for nothing but a look-up of somebody else's. Safe from any thread.
 */
public final class ShadowAnswers {

    /** So many are kept. */
    public static final int MOST = 256;

    /** So much of one body is kept. */
    public static final int MOST_OF_ONE = 64 << 10;

    /** So much of all bodies together is kept. */
    public static final int MOST_BYTES = 4 << 20;

    private final Map<String, ShadowAnswer> byRequest = new LinkedHashMap<>();
    private long bytes;

    /** In place of what was known of that request. */
    public synchronized void put(String requestId, ShadowAnswer newer) {
        bytes -= Optional.ofNullable(byRequest.remove(requestId))
                .map(ShadowAnswers::bytesOf)
                .orElse(0L);
        bytes += bytesOf(newer);
        byRequest.put(requestId, newer);
        for (var oldest = byRequest.values().iterator(); isTooMuch(); ) {
            removeNext(oldest);
        }
    }

    /** Empty if the request was not copied, or too long ago. */
    public synchronized Optional<ShadowAnswer> find(String requestId) {
        return Optional.ofNullable(byRequest.get(requestId));
    }

    private boolean isTooMuch() {
        return byRequest.size() > MOST || bytes > MOST_BYTES;
    }

    private void removeNext(Iterator<ShadowAnswer> oldest) {
        bytes -= bytesOf(oldest.next());
        oldest.remove();
    }

    private static long bytesOf(ShadowAnswer answer) {
        return answer instanceof ShadowAnswer.Given given ? given.body().length : 0;
    }
}
