package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/** A client's request, before anything is known about it but its ids. */
record Call(ClientHandler client, HttpRequest request, Trace trace) {

    /** By its method, it may come to an instance twice. */
    boolean changesNothing() {
        return changesNothing(request);
    }

    static boolean changesNothing(HttpRequest request) {
        var method = request.method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS);
    }

    /** Before a deployment was chosen. */
    Optional<Exchange> refused(Refusal refusal) {
        var answer = Answers.of(refusal);
        trace.writeTo(answer.headers());
        client.answers().end(answer);
        return Optional.empty();
    }

    /** In place of {@code deployment}. */
    void refused(Refusal refusal, String deployment) {
        var answer = Answers.of(refusal);
        trace.writeTo(answer.headers());
        AnswerHead.name(answer.headers(), deployment);
        client.answers().end(answer);
    }
}
