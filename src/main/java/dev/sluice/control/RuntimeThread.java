package dev.sluice.control;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from any thread to the runtime's one. After the runtime's end a question fails, and an errand is let go. */
record RuntimeThread(Executor loop) {

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeThread.class);

    <T> CompletionStage<T> ask(Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(question, loop);
        } catch (RejectedExecutionException ended) {
            return CompletableFuture.failedFuture(new IllegalStateException("the runtime has ended", ended));
        }
    }

    /** A window may begin or give up a watch after the end: nobody is told anything then, which is all it needs. */
    void run(Runnable errand) {
        try {
            loop.execute(errand);
        } catch (RejectedExecutionException ended) {
            LOG.debug("an errand came after the end", ended);
        }
    }
}
