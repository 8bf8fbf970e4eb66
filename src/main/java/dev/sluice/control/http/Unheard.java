package dev.sluice.control.http;

import dev.sluice.domain.Problem;
import java.util.Map;

/** A request does not get as far as the runtime. */
final class Unheard extends Exception {

    private final int status;
    private final transient Problem problem;
    private final transient Map<String, String> fields;

    Unheard(int status, Problem problem) {
        this(status, problem, Map.of());
    }

    /** @param fields of the answer's head, which say more */
    Unheard(int status, Problem problem, Map<String, String> fields) {
        super(problem.sentence());
        this.status = status;
        this.problem = problem;
        this.fields = fields;
    }

    Map<String, String> fields() {
        return fields;
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
