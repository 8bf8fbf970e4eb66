package dev.sluice.app;

import dev.sluice.console.shell.Parting;
import dev.sluice.control.http.Host;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The windows of a process with a runtime: one at a time, none while it keeps serving in the background, another when
 * somebody wants it back.
 */
final class Windows implements Host {

    private static final Logger LOG = LoggerFactory.getLogger(Windows.class);
    private static final int SECONDS_TO_SHOW = 10;
    private static final int SECONDS_TO_GO = 3;
    private static final int SECONDS_TO_END = 60;

    private final Supplier<? extends One> next;
    private final Predicate<String> canShowOn;
    private final Runnable keptServing;
    private final Runnable exit;
    private final Background beginning =
            new Background(CompletableFuture.completedFuture(null), new CompletableFuture<>());
    private volatile Phase phase = beginning;
    private volatile boolean isStopping;

    /**
     * @param next makes a window
     * @param canShowOn whether they can be shown on a display
     * @param keptServing is told whenever there is no window any more
     * @param exit ends the process in an orderly way, if there is no window by whose going it ends; must not wait for that
     */
    Windows(Supplier<? extends One> next, Predicate<String> canShowOn, Runnable keptServing, Runnable exit) {
        this.next = next;
        this.canShowOn = canShowOn;
        this.keptServing = keptServing;
        this.exit = exit;
    }

    /** A window, from when it is opened until it is closed. */
    interface One {

        /** Returns when it can be seen. */
        One show();

        /** Puts it in front; false if it is not there any more. */
        CompletionStage<Boolean> raise();

        /** Takes it from the screen as if its user had closed it; false if it is not there any more. */
        CompletionStage<Boolean> takeAway();

        /** Returns when it has been closed, with what is to become of the runtime. */
        Parting awaitClosed() throws InterruptedException;
    }

    private sealed interface Phase {
        CompletionStage<Boolean> show();

        /** Lets the window go; false if there is none. */
        CompletionStage<Boolean> clear();
    }

    private record Open(One window) implements Phase {
        @Override
        public CompletionStage<Boolean> show() {
            return window.raise();
        }

        @Override
        public CompletionStage<Boolean> clear() {
            return window.takeAway();
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

        @Override
        public CompletionStage<Boolean> clear() {
            return CompletableFuture.completedFuture(false);
        }

        /** Completes when the window that is wanted is there; at once if none is. */
        CompletableFuture<Boolean> settled() {
            return wanted.isDone() ? shown.copy() : CompletableFuture.completedFuture(false);
        }
    }

    /** Shows a window, and another whenever one is wanted back; returns when the runtime is to end. */
    void show() throws InterruptedException, ExecutionException {
        var parting = showOne(beginning);
        while (parting == Parting.KEEP_SERVING && !isStopping) {
            var before = new Background();
            phase = before;
            keptServing.run();
            before.wanted().get();
            parting = showAnother(before);
        }
    }

    /** What is served must not end because a window does not come back. */
    private Parting showAnother(Background before) throws InterruptedException {
        try {
            return showOne(before);
        } catch (RuntimeException e) {
            LOG.error("the window cannot be shown again; the endpoints go on without it", e);
            before.shown().complete(false);
            return Parting.KEEP_SERVING;
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

    /**
     * First the window goes, and with it the runtime, as when a user closes it: a toolkit whose window is still there while the
     * process ends fails at what it goes on to draw. One that does not answer, as without its display, is not waited for.
     */
    @Override
    public void stop() {
        isStopping = true;
        var settled = phase instanceof Background none ? none.settled() : CompletableFuture.completedFuture(true);
        settled.thenCompose(any -> phase.clear())
                .exceptionally(lost -> false)
                .completeOnTimeout(false, SECONDS_TO_GO, TimeUnit.SECONDS)
                .thenAccept(gone -> {
                    if (gone) {
                        // Over by then, but for a toolkit that has died with its window and has something to say still.
                        CompletableFuture.delayedExecutor(SECONDS_TO_END, TimeUnit.SECONDS)
                                .execute(exit);
                    } else {
                        exit.run();
                    }
                });
    }
}
