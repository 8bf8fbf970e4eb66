package dev.sluice.console.support;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries values from any thread to the UI, all of them and in order, many at a time: while one hand-over is waiting,
 * what comes meanwhile joins it. Give it a delayed executor to bound the hand-overs a second. At most {@code capacity}
 * values wait; when more come, the oldest are dropped, and the batch says how many.
 */
public final class Batches<T> implements Consumer<T> {

    /** What came since the last batch, oldest first, and how many before them were dropped. */
    public record Batch<T>(List<T> values, long dropped) {
        public Batch {
            values = List.copyOf(values);
        }
    }

    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private final Executor ui;
    private final int capacity;
    private final Consumer<? super Batch<T>> sink;
    private long dropped;
    private boolean announced;

    public Batches(Executor ui, int capacity, Consumer<? super Batch<T>> sink) {
        this.ui = ui;
        this.capacity = capacity;
        this.sink = sink;
    }

    @Override
    public void accept(T value) {
        if (isFirstToWait(value)) {
            ui.execute(() -> sink.accept(take()));
        }
    }

    private synchronized boolean isFirstToWait(T value) {
        waiting.add(value);
        if (waiting.size() > capacity) {
            waiting.remove();
            dropped++;
        }
        boolean first = !announced;
        announced = true;
        return first;
    }

    private synchronized Batch<T> take() {
        var batch = new Batch<T>(List.copyOf(waiting), dropped);
        waiting.clear();
        dropped = 0;
        announced = false;
        return batch;
    }
}
