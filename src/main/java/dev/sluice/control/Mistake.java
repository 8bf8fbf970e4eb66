package dev.sluice.control;

import dev.sluice.domain.Problem;

/** A question that cannot be answered, since whoever asks got something wrong: what, and what to do about it. */
public final class Mistake extends IllegalArgumentException {

    private final transient Problem problem;

    public Mistake(Problem problem) {
        super(problem.message() + (problem.remedy().isEmpty() ? "" : "; " + problem.remedy()));
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
