package dev.sluice.control.http;

import dev.sluice.domain.Problem;

/** A request does not get as far as the runtime. */
final class Unheard extends Exception {

    private final int status;
    private final transient Problem problem;

    Unheard(int status, Problem problem) {
        super(problem.sentence());
        this.status = status;
        this.problem = problem;
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
