package dev.sluice.engine;

import dev.sluice.domain.Problem;

/** The engine cannot do what was asked; the problem says what, where and what a person can try. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public EngineException(Problem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    public EngineException(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
