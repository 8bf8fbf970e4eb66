package dev.sluice.control.http;

import dev.sluice.control.Fleet;
import dev.sluice.control.Mistake;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.json.Codec;
import dev.sluice.control.http.json.Misfit;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import io.netty.handler.codec.http.FullHttpRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what a request asks for, and has it done. Waits for nothing. Safe from any thread. */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final RolloutControl control;
    private final Host host;
    private final String user;
    private final Api api;
    private final Codec codec;
    private final Milestones milestones = new Milestones();

    /** @param user of the operating system, who alone can know the secret */
    Reception(RolloutControl control, Host host, String user, Api api, Codec codec) {
        this.control = control;
        this.host = host;
        this.user = user;
        this.api = api;
        this.codec = codec;
    }

    /** @throws Unheard if there is nothing at that address, or it is not asked for in that way */
    Route route(FullHttpRequest request) throws Unheard {
        var path = Received.path(request);
        var route = api.at(path).orElseThrow(() -> nothingAt(path));
        var method = request.method().name();
        if (!method.equals(route.method().name())) {
            throw new Unheard(
                    405,
                    Problem.of(Code.NOT_SUPPORTED, path, method + " is not possible here", "use " + route.method()),
                    Map.of("Allow", route.method().name()));
        }
        if (request.content().isReadable() && !Received.isJson(request)) {
            throw new Unheard(
                    415,
                    Problem.of(
                            Code.NOT_SUPPORTED,
                            "Content-Type",
                            "a body is JSON here, and says so",
                            "send Content-Type: application/json"));
        }
        return route;
    }

    private static Unheard nothingAt(String path) {
        return new Unheard(
                404,
                Problem.of(
                        Code.NOT_SUPPORTED,
                        path,
                        "this runtime offers nothing at this address",
                        "see /openapi.json; if who asks is of another version than the runtime, end that with ./sluice stop"
                                + " and start it anew"));
    }

    /**
     * What a stream is to tell.
     *
     * @throws Misfit if the address says that wrongly
     * @throws Unheard if it says something twice
     */
    Subject<?> subject(Route.ForSubject route, FullHttpRequest request) throws Unheard {
        return (Subject<?>) codec.readQuery(Received.query(request), route.type());
    }

    /**
     * Has done what is asked for. Whatever goes wrong is an answer too.
     *
     * @throws Unheard if it cannot be understood who asks, or something is said twice
     */
    CompletionStage<Reply> answer(Route route, FullHttpRequest request) throws Unheard {
        var theirs = Giver.read(name -> request.headers().get(name, "")).at(control, user);
        CompletionStage<Reply> answer;
        try {
            answer = begin(route, request, theirs);
        } catch (Misfit misfit) {
            answer = CompletableFuture.completedFuture(Reply.of(codec, Problems.of(misfit)));
        }
        return answer.exceptionally(this::failure);
    }

    private CompletionStage<Reply> begin(Route route, FullHttpRequest request, RolloutControl theirs) throws Unheard {
        if (route instanceof Route.ForCommand command) {
            return codec.<Command>read(Received.body(request), command.type())
                    .give(theirs)
                    .thenApply(outcome -> milestones.stamped(outcome(outcome)));
        }
        if (route instanceof Route.ForQuestion question) {
            return ask(question, asked(question, request), theirs);
        }
        return plain(((Route.Plain) route).call(), request);
    }

    private Question<?> asked(Route.ForQuestion route, FullHttpRequest request) throws Unheard {
        return (Question<?>)
                (route.method() == Route.Method.GET
                        ? codec.readQuery(Received.query(request), route.type())
                        : codec.read(Received.body(request), route.type()));
    }

    private <T> CompletionStage<Reply> ask(Route route, Question<T> question, RolloutControl theirs) {
        return question.ask(theirs).thenApply(answer -> Reply.of(codec, answer, route.answer()));
    }

    private Reply outcome(RolloutControl.Outcome outcome) {
        return outcome instanceof RolloutControl.Outcome.Refused refused
                ? Reply.of(codec, new Problems(refused.problems()))
                : Reply.of(codec, outcome, RolloutControl.Outcome.class);
    }

    private CompletionStage<Reply> plain(Route.Call call, FullHttpRequest request) {
        return switch (call) {
            case PING -> control.ping().thenApply(there -> Reply.empty(call.status()));
            case FLEET -> control.fleet().thenApply(fleet -> Reply.of(codec, fleet, Fleet.class));
            case WINDOW ->
                host.showWindow(codec.<ShowWindow>read(Received.body(request), ShowWindow.class)
                                .display())
                        .thenApply(shown -> Reply.of(codec, new Shown(shown), Shown.class));
            case STOP -> CompletableFuture.completedFuture(Reply.empty(call.status()));
            case OPENAPI -> CompletableFuture.completedFuture(new Reply(call.status(), OpenApi.document(api, codec)));
        };
    }

    /** Has done what is to happen only when the answer is on its way. */
    void afterwards(Route route) {
        if (route instanceof Route.Plain plain && plain.call() == Route.Call.STOP) {
            CompletableFuture.runAsync(host::stop);
        }
    }

    <T> AutoCloseable watch(Subject<T> subject, Consumer<T> reader) {
        return subject.watch(control, reader);
    }

    /** Has a stream of pictures told what they show already. */
    void follow(Subject<?> subject, LongConsumer stream) {
        if (subject.isPicture()) {
            milestones.follow(stream);
        }
    }

    void leave(LongConsumer stream) {
        milestones.leave(stream);
    }

    static void close(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception e) {
            LOG.warn("a watch could not be closed", e);
        }
    }

    private Reply failure(Throwable thrown) {
        var cause = thrown instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : thrown;
        var message = String.valueOf(cause.getMessage());
        if (cause instanceof Mistake mistake) {
            return Reply.of(codec, Problems.of(mistake.problem()));
        } else if (cause instanceof IllegalArgumentException) {
            return Reply.of(codec, 422, Problem.of(Code.BAD_VALUE, "", message, ""));
        }
        LOG.warn("a request could not be answered", cause);
        return Reply.of(codec, Reply.FAILED, Problem.of(Code.INTERNAL, "", message, "see sluice.log"));
    }
}
