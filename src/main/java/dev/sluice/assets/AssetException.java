package dev.sluice.assets;

import dev.sluice.domain.Problem;

/** An asset cannot be registered or had; the problem says which, why and what a person can do. */
public final class AssetException extends RuntimeException {

    private final transient Problem problem;

    AssetException(Problem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    AssetException(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
