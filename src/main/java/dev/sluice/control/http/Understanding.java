package dev.sluice.control.http;

import static java.util.stream.Collectors.joining;

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
     * @throws IllegalArgumentException if the question was wrong
     * @throws IllegalStateException if the runtime has failed, or is not understood
     */
    <T> T answer(Reply reply, Type type) {
        if (reply.isFine()) {
            return read(reply, type);
        }
        throw new IllegalArgumentException(
                mistakes(reply).stream().map(Problem::sentence).collect(joining("; ")));
    }

    /** @throws IllegalStateException unless all is well */
    void acknowledged(Reply reply) {
        if (!reply.isFine()) {
            throw new IllegalStateException(
                    mistakes(reply).stream().map(Problem::sentence).collect(joining("; ")));
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
