package dev.sluice.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Runs an engine's work on the engine's own threads and hands every failure on as an {@link EngineException}, never as
 * an exception in the caller's face. Safe from any thread.
 */
public final class Calls {

    private final Executor threads;
    private final Function<Exception, EngineException> explain;

    /** @param explain makes a failure that is no {@link EngineException} yet into one that a person can act on */
    public Calls(Executor threads, Function<Exception, EngineException> explain) {
        this.threads = threads;
        this.explain = explain;
    }

    /** Work that gives something back. */
    @FunctionalInterface
    public interface Question<T> {
        T answer() throws Exception;
    }

    /** Work that is only done. */
    @FunctionalInterface
    public interface Deed {
        void perform() throws Exception;
    }

    public <T> CompletableFuture<T> ask(Question<T> question) {
        var answer = new CompletableFuture<T>();
        try {
            threads.execute(() -> fulfil(answer, question));
        } catch (RejectedExecutionException closed) {
            answer.completeExceptionally(explain.apply(new IllegalStateException("the engine is closed", closed)));
        }
        return answer;
    }

    public CompletableFuture<Void> perform(Deed deed) {
        return ask(() -> {
                    deed.perform();
                    return true;
                })
                .thenAccept(done -> {});
    }

    private <T> void fulfil(CompletableFuture<T> answer, Question<T> question) {
        try {
            answer.complete(question.answer());
        } catch (EngineException explained) {
            answer.completeExceptionally(explained);
        } catch (Exception failure) {
            answer.completeExceptionally(explain.apply(failure));
        } catch (Error broken) {
            answer.completeExceptionally(broken); // or the caller would wait for ever
            throw broken;
        }
    }
}
