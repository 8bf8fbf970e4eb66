package dev.sluice.console.support;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the one thing a page watches while it is on screen. What was already on its way to the UI when the page turned
 * to something else is not delivered any more. For the UI thread only.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final AutoCloseable NOTHING = () -> {};

    private AutoCloseable held = NOTHING;
    private long turn;

    /** Ends what was watched before. */
    public void hold(AutoCloseable watched) {
        close(held);
        held = watched;
    }

    /** Passes values on to {@code sink} until the next {@link #close}; call it before watching begins. */
    public <T> Consumer<T> whileOpen(Consumer<? super T> sink) {
        long mine = turn;
        return value -> {
            if (turn == mine) {
                sink.accept(value);
            }
        };
    }

    @Override
    public void close() {
        turn++;
        close(held);
        held = NOTHING;
    }

    private static void close(AutoCloseable watched) {
        try {
            watched.close();
        } catch (Exception e) {
            LOG.warn("a watch did not end in order", e);
        }
    }
}
