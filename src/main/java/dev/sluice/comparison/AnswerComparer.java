package dev.sluice.comparison;

import dev.sluice.metrics.Apart;
import dev.sluice.router.AnswerPair;
import dev.sluice.router.AnswerPair.Said;
import dev.sluice.router.Comparer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares answers on a thread of its own, so that neither clients nor copies wait for it. When more come than it can
 * compare, the newest are skipped.
 */
public final class AnswerComparer implements Comparer {

    /** So many pairs wait at most; both answers of one have up to 64 KiB. */
    static final int MOST_WAITING = 128;

    private static final Logger LOG = LoggerFactory.getLogger(AnswerComparer.class);

    private final Executor executor;
    private final AtomicBoolean failed = new AtomicBoolean();

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

    private void compare(AnswerPair pair) {
        Collection<Apart> apart;
        try {
            apart = apart(pair.live(), pair.shadow());
        } catch (RuntimeException | StackOverflowError e) {
            pair.meter().skipped();
            if (!failed.getAndSet(true)) {
                LOG.warn("answers to {} were not compared; told once, others are only counted", pair.requestId(), e);
            }
            return;
        }
        pair.meter().compared(pair.requestId(), apart);
    }

    private static Collection<Apart> apart(Said live, Said shadow) {
        if (live.status() != shadow.status()) {
            return List.of(
                    Apart.entirely(Apart.STATUS, String.valueOf(live.status()), String.valueOf(shadow.status())));
        }
        if (Arrays.equals(live.body(), shadow.body())) {
            return List.of();
        }
        return text(live)
                .flatMap(one -> text(shadow).flatMap(other -> JsonDiff.byPlace(one, other)))
                .orElseGet(() -> List.of(Apart.entirely(Apart.BODY, shown(live), shown(shadow))));
    }

    /** Empty if it is no text: signs in the place of others would make two answers the same that are not. */
    private static Optional<String> text(Said said) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return Optional.of(decoder.decode(ByteBuffer.wrap(said.body())).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    private static String shown(Said said) {
        return new String(said.body(), StandardCharsets.UTF_8);
    }
}
