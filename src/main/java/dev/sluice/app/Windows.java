package dev.sluice.app;

import dev.sluice.console.shell.Parting;
import dev.sluice.control.http.Host;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The windows of a process with a runtime: one at a time, none while it keeps serving in the background, another when
 * somebody wants it back.
 */
final class Windows implements Host {

    private static final int SECONDS_TO_SHOW = 10;

    private final Supplier<ConsoleHost> next;
    private final Predicate<String> canShowOn;
    private final Runnable exit;
    private final Background beginning = new Background();
    private volatile Phase phase = beginning;

    /**
     * @param next makes a window
     * @param canShowOn whether they can be shown on a display
     * @param exit ends the process in an orderly way; must not wait for that
     */
    Windows(Supplier<ConsoleHost> next, Predicate<String> canShowOn, Runnable exit) {
        this.next = next;
        this.canShowOn = canShowOn;
        this.exit = exit;
    }

    private sealed interface Phase {
        CompletionStage<Boolean> show();
    }

    private record Open(ConsoleHost window) implements Phase {
        @Override
        public CompletionStage<Boolean> show() {
            return window.raise();
        }
    }

    private record Background(CompletableFuture<Void> wanted, CompletableFuture<Boolean> shown) implements Phase {

        Background() {
            this(new CompletableFuture<>(), new CompletableFuture<>());
        }

        @Override
        public CompletionStage<Boolean> show() {
            wanted.complete(null);
            return shown;
        }
    }

    /** Shows a window, and another whenever one is wanted back; returns when the runtime is to end. */
    void show() throws InterruptedException, ExecutionException {
        var before = beginning;
        while (showOne(before) == Parting.KEEP_SERVING) {
            before = new Background();
            phase = before;
            before.wanted().get();
        }
    }

    private Parting showOne(Background before) throws InterruptedException {
        var window = next.get().show();
        phase = new Open(window);
        before.shown().complete(true);
        return window.awaitClosed();
    }

    @Override
    public CompletionStage<Boolean> showWindow(String asked) {
        if (!canShowOn.test(asked)) {
            return CompletableFuture.completedFuture(false);
        }
        // A toolkit that is just losing its display never answers.
        return phase.show().toCompletableFuture().copy().completeOnTimeout(false, SECONDS_TO_SHOW, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        exit.run();
    }
}
