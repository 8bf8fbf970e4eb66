package dev.sluice.comparison;

import dev.sluice.metrics.Apart;
import dev.sluice.router.AnswerPair;
import dev.sluice.router.AnswerPair.Said;
import dev.sluice.router.Comparer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Compares answers on a thread of its own, so that neither clients nor copies wait for it. When more come than it can
 * compare, the newest are skipped.
 */
public final class AnswerComparer implements Comparer {

    /** So many pairs wait at most; both answers of one have up to 64 KiB. */
    static final int MOST_WAITING = 128;

    private final Executor executor;

    /** @param executor rejects what is too much */
    AnswerComparer(Executor executor) {
        this.executor = executor;
    }

    /** The thread ends when there is nothing to compare for a while. */
    public static AnswerComparer onThreadOfItsOwn() {
        var thread =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    var made = new Thread(work, "comparison");
                    made.setDaemon(true);
                    return made;
                });
        thread.allowCoreThreadTimeOut(true);
        return new AnswerComparer(thread);
    }

    @Override
    public void take(AnswerPair pair) {
        try {
            executor.execute(() -> compare(pair));
        } catch (RejectedExecutionException full) {
            pair.meter().skipped();
        }
    }

    private static void compare(AnswerPair pair) {
        if (pair.live().isCut() || pair.shadow().isCut()) {
            pair.meter().skipped();
        } else {
            pair.meter().compared(pair.requestId(), apart(pair.live(), pair.shadow()));
        }
    }

    private static Collection<Apart> apart(Said live, Said shadow) {
        if (live.status() != shadow.status()) {
            return List.of(
                    Apart.entirely(Apart.STATUS, String.valueOf(live.status()), String.valueOf(shadow.status())));
        }
        if (Arrays.equals(live.body(), shadow.body())) {
            return List.of();
        }
        return JsonDiff.byPlace(text(live), text(shadow))
                .orElseGet(() -> List.of(Apart.entirely(Apart.BODY, text(live), text(shadow))));
    }

    private static String text(Said said) {
        return new String(said.body(), StandardCharsets.UTF_8);
    }
}
