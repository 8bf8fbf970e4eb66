package dev.sluice.control.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The way to a runtime that may be gone, or have been started again at another address and with another secret. {@link
 * #send}, {@link #run} and {@link #close} may be called from any thread; the rest is for the link's own.
 */
final class Link implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private final Supplier<Optional<Doorway>> where;
    private final Courier courier = new Courier();
    private Optional<Doorway> known = Optional.empty();

    /** @param where is asked again when the runtime cannot be reached where it was, on the link's thread */
    Link(Supplier<Optional<Doorway>> where) {
        this.where = where;
    }

    /** Sends what {@code call} makes, on the link's thread. Fails with a sentence for people if no runtime answers. */
    CompletionStage<Reply> send(Supplier<Call> call) {
        var reply = new CompletableFuture<Reply>();
        if (!courier.run(() -> begin(call, reply))) {
            reply.completeExceptionally(new IllegalStateException("the connection to the runtime was closed"));
        }
        return reply;
    }

    private void begin(Supplier<Call> call, CompletableFuture<Reply> reply) {
        try {
            attempt(call.get(), doorway(), reply);
        } catch (RuntimeException cannotBeSaid) {
            reply.completeExceptionally(cannotBeSaid);
        }
    }

    private void attempt(Call call, Optional<Doorway> doorway, CompletableFuture<Reply> reply) {
        if (doorway.isEmpty()) {
            reply.completeExceptionally(Silence.nobody());
            return;
        }
        var to = doorway.get();
        var answer = new CompletableFuture<Reply>();
        answer.whenComplete((came, failure) -> {
            if (failure == null && came.status() != UNAUTHORIZED) {
                reply.complete(came);
            } else if (failure == null || failure instanceof ConnectException) {
                tryElsewhere(call, to, failure == null ? Silence.stranger(to) : Silence.gone(to, failure), reply);
            } else {
                reply.completeExceptionally(Silence.brokenOff(to, failure));
            }
        });
        open(call, to, new WholeAnswer(answer));
    }

    /** It has not been heard, so that it may be said again where the runtime is now. */
    private void tryElsewhere(Call call, Doorway before, IllegalStateException why, CompletableFuture<Reply> reply) {
        forget();
        var now = doorway();
        if (now.isEmpty() || now.get().equals(before)) {
            reply.completeExceptionally(why);
        } else {
            attempt(call, now, reply);
        }
    }

    /** Where the runtime is, as far as is known. */
    Optional<Doorway> doorway() {
        if (known.isEmpty()) {
            known = where.get();
        }
        return known;
    }

    /** Has the next one ask where the runtime is. */
    void forget() {
        known = Optional.empty();
    }

    /** Sends the call there. The result closes the connection, after which the exchange is told nothing. */
    Runnable open(Call call, Doorway to, Line.Exchange exchange) {
        try {
            var address =
                    new InetSocketAddress(to.address().getHost(), to.address().getPort());
            return courier.open(address, call.bytes(to), exchange)::close;
        } catch (IOException e) {
            exchange.failed(e);
            return () -> {};
        }
    }

    /** False if the link is closed: then the errand is not run. */
    boolean run(Runnable errand) {
        return courier.run(errand);
    }

    void after(Duration wait, Runnable errand) {
        courier.after(wait, errand);
    }

    @Override
    public void close() {
        courier.close();
    }
}
