package dev.sluice.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work that several may want at the same time and that is done once for all of them, such as making one environment for
 * two deployments. Everybody hears how it goes. Who cancels the future that he was given waits no longer; when nobody
 * does, the work itself is cancelled. Safe from any thread.
 *
 * @param <T> what comes of it
 */
public final class SharedWork<T> {

    private final Map<String, Joint> underWay = new HashMap<>();

    /** One piece of work, and who waits for it. Guarded by the outer object's lock. */
    private final class Joint {

        private final String key;
        private final Map<CompletableFuture<T>, Consumer<String>> waiting = new LinkedHashMap<>();
        private CompletableFuture<T> work = new CompletableFuture<>();

        private Joint(String key) {
            this.key = key;
        }
    }

    /**
     * Begins the work, or waits for the one of the same key that is under way.
     *
     * @param progress hears each line that the work tells from now on, on any thread
     * @param begin begins the work, which tells its lines to what it is given, and ends when its future is cancelled
     */
    public CompletableFuture<T> join(
            String key, Consumer<String> progress, Function<Consumer<String>, CompletableFuture<T>> begin) {
        var mine = new CompletableFuture<T>();
        Joint joint;
        boolean first;
        synchronized (this) {
            first = !underWay.containsKey(key);
            joint = underWay.computeIfAbsent(key, Joint::new);
            joint.waiting.put(mine, progress);
        }
        mine.whenComplete((value, failure) -> {
            if (mine.isCancelled()) {
                leave(joint, mine);
            }
        });
        if (first) {
            begin(joint, begin);
        } else {
            progress.accept("Waiting for what is being made for another deployment: " + key);
        }
        return mine;
    }

    private void begin(Joint joint, Function<Consumer<String>, CompletableFuture<T>> begin) {
        var work = begun(line -> tell(joint, line), begin);
        boolean unwanted;
        synchronized (this) {
            joint.work = work;
            unwanted = joint.waiting.isEmpty();
        }
        work.whenComplete((value, failure) -> end(joint, value, failure));
        if (unwanted) {
            work.cancel(true);
        }
    }

    /** What fails before there is a future to fail must not leave others waiting. */
    private static <T> CompletableFuture<T> begun(
            Consumer<String> progress, Function<Consumer<String>, CompletableFuture<T>> begin) {
        try {
            return begin.apply(progress);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void tell(Joint joint, String line) {
        List<Consumer<String>> listeners;
        synchronized (this) {
            listeners = new ArrayList<>(joint.waiting.values());
        }
        listeners.forEach(listener -> listener.accept(line));
    }

    private void leave(Joint joint, CompletableFuture<T> leaver) {
        CompletableFuture<T> unwanted;
        synchronized (this) {
            joint.waiting.remove(leaver);
            if (!joint.waiting.isEmpty()) {
                return;
            }
            underWay.remove(joint.key, joint); // whoever comes now begins anew
            unwanted = joint.work;
        }
        unwanted.cancel(true);
    }

    private void end(Joint joint, @Nullable T value, @Nullable Throwable failure) {
        List<CompletableFuture<T>> waiting;
        synchronized (this) {
            underWay.remove(joint.key, joint);
            waiting = new ArrayList<>(joint.waiting.keySet());
        }
        for (var one : waiting) {
            if (failure == null) {
                one.complete(value);
            } else {
                one.completeExceptionally(failure);
            }
        }
    }
}
