package dev.sluice.control.http;

import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.control.http.json.Codec;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Says to a runtime in another process what there is to say, in the form of the table of routes. Safe from any thread. */
final class RemoteRuntime implements AutoCloseable {

    /** A picture that does not come in this time is not waited for any more. */
    private static final Duration SHOWN_BY_THEN = Duration.ofSeconds(2);

    private final Link link;
    private final Duration shownByThen;
    private final Api api = Api.v1();
    private final Codec codec = new Codec();
    private final Understanding understanding = new Understanding(codec);
    private final Abreast abreast = new Abreast();

    RemoteRuntime(Link link) {
        this(link, SHOWN_BY_THEN);
    }

    /** @param shownByThen how long an answer waits for the picture that shows what was done */
    RemoteRuntime(Link link, Duration shownByThen) {
        this.link = link;
        this.shownByThen = shownByThen;
    }

    CompletionStage<Outcome> give(Giver giver, Command command) {
        var route = api.of(command);
        return link.send(() -> Call.post(route.path(), giver.fields(), codec.write(command, route.type())))
                .thenCompose(reply -> onceSeen(understanding.outcome(reply), Milestones.of(reply)));
    }

    /**
     * Of what bears no number nobody knows when that is: what the runtime failed to do, or could not understand, and
     * whatever a runtime says that numbers nothing yet.
     */
    private CompletionStage<Outcome> onceSeen(Outcome outcome, OptionalLong number) {
        var seen = new CompletableFuture<Outcome>();
        if (number.isEmpty() || !link.run(() -> whenShown(number.getAsLong(), () -> seen.complete(outcome)))) {
            seen.complete(outcome);
        }
        return seen;
    }

    private void whenShown(long number, Runnable answer) {
        var atOnce = abreast.when(number, answer);
        link.after(shownByThen, atOnce);
    }

    <T> CompletionStage<T> ask(Giver giver, Question<T> question) {
        var route = api.of(question);
        return link.send(() -> route.method() == Route.Method.GET
                        ? Call.get(route.path(), codec.query((Record) question), giver.fields())
                        : Call.post(route.path(), giver.fields(), codec.write(question, route.type())))
                .thenApply(reply -> understanding.answer(reply, route.answer()));
    }

    <T> CompletionStage<T> ask(Route.Call call, Object taken) {
        var route = api.of(call);
        return link.send(() -> Call.post(route.path(), Map.of(), codec.write(taken, route.type())))
                .thenApply(reply -> understanding.answer(reply, route.answer()));
    }

    <T> CompletionStage<T> ask(Route.Call call) {
        var route = api.of(call);
        return link.send(() -> Call.get(route.path(), Map.of(), Map.of()))
                .thenApply(reply -> understanding.answer(reply, route.answer()));
    }

    /** Nothing but that it has been heard is answered. */
    CompletionStage<Void> tell(Route.Call call) {
        var route = api.of(call);
        return link.send(() -> Call.post(route.path(), Map.of(), new byte[0])).thenAccept(understanding::acknowledged);
    }

    <T> AutoCloseable watch(Subject<T> subject, Consumer<T> listener) {
        return new Watch<>(link, abreast, codec, subject, listener).begin();
    }

    @Override
    public void close() {
        link.close();
    }
}
