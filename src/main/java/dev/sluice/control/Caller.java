package dev.sluice.control;

import dev.sluice.domain.Actor;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who gives a command, and what does not hold it up.
 *
 * @param insists the kinds of problems in spite of which it is to be carried out
 */
record Caller(Actor actor, Set<Problem.Code> insists) {

    Caller {
        insists = Set.copyOf(insists);
    }

    Caller(Actor actor) {
        this(actor, Set.of());
    }

    /** The same command, given by somebody else. */
    Caller as(Actor other) {
        return new Caller(other, insists);
    }

    Caller inSpiteOf(Problem.Code code) {
        return new Caller(
                actor, Stream.concat(insists.stream(), Stream.of(code)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Of these, what holds the command up. */
    List<Problem> heldUpBy(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> !insists.contains(problem.code()))
                .toList();
    }
}
