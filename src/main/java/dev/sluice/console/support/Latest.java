package dev.sluice.console.support;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Carries values from any thread to the UI, keeping only the newest: however fast they come, at most one hand-over
 * is waiting, so a flood of updates cannot fill the UI thread's queue.
 */
public final class Latest<T> implements Consumer<T> {

    private final AtomicReference<T> waiting = new AtomicReference<>();
    private final Executor ui;
    private final Consumer<? super T> sink;

    public Latest(Executor ui, Consumer<? super T> sink) {
        this.ui = ui;
        this.sink = sink;
    }

    @Override
    public void accept(T value) {
        if (waiting.getAndSet(value) == null) {
            ui.execute(() -> sink.accept(waiting.getAndSet(null)));
        }
    }
}
