package dev.sluice.control;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who are told each piece of news. One that throws harms neither the others nor who tells. Safe from any thread. */
final class Audience<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();

    void add(Consumer<T> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<T> listener) {
        listeners.remove(listener);
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void tell(T news) {
        listeners.forEach(listener -> tell(listener, news));
    }

    /** Tells one of them alone. */
    void tell(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.error("a listener failed; it is told the next news all the same", e);
        }
    }
}
