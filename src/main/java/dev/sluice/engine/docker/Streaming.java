package dev.sluice.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer of Docker's that comes bit by bit, each on a thread that docker-java gives the stream. It holds a
 * connection until it ends or is closed. Safe from any thread.
 */
class Streaming<T> implements ResultCallback<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Streaming.class);

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Consumer<T> each;
    private Closeable connection = () -> {};
    private boolean closed;

    Streaming(Consumer<T> each) {
        this.each = each;
    }

    /** Completes when all has come or the stream was closed; exceptionally if it broke off. */
    CompletableFuture<Void> end() {
        return end.copy();
    }

    @Override
    public void onStart(Closeable opened) {
        synchronized (this) {
            connection = opened;
            if (!closed) {
                return;
            }
        }
        hangUp(opened);
    }

    @Override
    public void onNext(T next) {
        if (!end.isDone()) { // what was under way when it was closed is not wanted any more
            each.accept(next);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        finish();
    }

    @Override
    public void close() {
        Closeable open;
        synchronized (this) {
            closed = true;
            open = connection;
        }
        finish(); // first, so that the failure which hanging up causes counts for nothing
        hangUp(open);
    }

    private void finish() {
        end.complete(null);
    }

    private static void hangUp(Closeable open) {
        try {
            open.close();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("a stream from Docker did not close cleanly; it is not needed any more", e);
        }
    }
}
