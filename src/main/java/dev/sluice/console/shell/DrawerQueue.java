package dev.sluice.console.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn in front of the pages, at most one thing at a time, and what comes when it is closed. For the UI thread
 * only.
 */
final class DrawerQueue {

    /** Prepares what is then opened, or finds, on the UI thread, that there is nothing to open. */
    interface Step {

        CompletionStage<Optional<Drawer>> take();
    }

    private final ReadOnlyObjectWrapper<Drawer> drawer = new ReadOnlyObjectWrapper<>(new Drawer.Closed());
    private final Deque<Step> waiting = new ArrayDeque<>();
    private boolean isPreparing;

    ReadOnlyObjectProperty<Drawer> drawerProperty() {
        return drawer.getReadOnlyProperty();
    }

    boolean isClosed() {
        return drawer.get() instanceof Drawer.Closed;
    }

    /** Something that is open already stays: it may be half filled. */
    void openIfClosed(Supplier<Drawer> next) {
        if (isClosed()) {
            drawer.set(next.get());
        }
    }

    /** They are taken one after the other, each as soon as nothing is open. */
    void add(List<Step> steps) {
        waiting.addAll(steps);
        takeNext();
    }

    void close() {
        drawer.set(new Drawer.Closed());
        takeNext();
    }

    private void takeNext() {
        var next = isClosed() && !isPreparing ? waiting.poll() : null;
        if (next != null) {
            isPreparing = true;
            next.take().whenComplete((prepared, failure) -> prepared(prepared));
        }
    }

    /** Something that was opened meanwhile stays, and this comes after it. */
    private void openOrKeep(Drawer next) {
        if (isClosed()) {
            drawer.set(next);
        } else {
            waiting.addFirst(() -> CompletableFuture.completedFuture(Optional.of(next)));
        }
    }

    private void prepared(@Nullable Optional<Drawer> next) {
        isPreparing = false;
        if (next != null) {
            next.ifPresent(this::openOrKeep);
        }
        takeNext();
    }
}
