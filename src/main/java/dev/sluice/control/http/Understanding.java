package dev.sluice.control.http;

import static java.util.stream.Collectors.joining;

import dev.sluice.control.Mistake;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.control.http.json.Codec;
import dev.sluice.control.http.json.Misfit;
import dev.sluice.domain.Problem;
import java.lang.reflect.Type;
import java.util.List;

/** Understands a runtime's answers: what was got wrong is told apart from a runtime that has failed. Pure. */
record Understanding(Codec codec) {

    /** @throws IllegalStateException if the runtime has failed, or is not understood */
    Outcome outcome(Reply reply) {
        return reply.isFine() ? read(reply, Outcome.class) : new Outcome.Refused(mistakes(reply));
    }

    /**
     * @throws Mistake if the question was wrong
     * @throws IllegalStateException if the runtime has failed, or is not understood
     */
    <T> T answer(Reply reply, Type type) {
        if (reply.isFine()) {
            return read(reply, type);
        }
        throw new Mistake(mistakes(reply).get(0));
    }

    /**
     * @throws Mistake if the runtime could not make sense of it
     * @throws IllegalStateException if the runtime has failed, or is not understood
     */
    void acknowledged(Reply reply) {
        if (!reply.isFine()) {
            throw new Mistake(mistakes(reply).get(0));
        }
    }

    /** What the one who asked got wrong. */
    private List<Problem> mistakes(Reply reply) {
        List<Problem> problems = this.<Problems>read(reply, Problems.class).problems();
        if (reply.status() == Reply.FAILED) {
            throw new IllegalStateException(
                    problems.stream().map(Problem::message).collect(joining("; ")));
        }
        return problems;
    }

    private <T> T read(Reply reply, Type type) {
        try {
            return codec.read(reply.json(), type);
        } catch (Misfit other) {
            throw Silence.strange(other);
        }
    }
}
