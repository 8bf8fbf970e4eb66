package dev.sluice.control.http;

import dev.sluice.control.http.json.Misfit;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why something was not done, all that is wrong at once. */
record Problems(List<Problem> problems) {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int FAULT = 500;

    private static final Set<Code> CONFLICTS = EnumSet.of(
            Code.ALREADY_EXISTS, Code.CANCELLED, Code.BUSY, Code.UNDER_WAY, Code.ENDPOINT_BUSY, Code.STILL_LIVE);
    private static final Set<Code> MISSING = EnumSet.of(Code.NOT_FOUND, Code.UNKNOWN_DEPLOYMENT);

    Problems {
        problems = List.copyOf(problems);
    }

    static Problems of(Problem problem) {
        return new Problems(List.of(problem));
    }

    static Problems of(Misfit misfit) {
        return of(misfit.problem());
    }

    /**
     * By which status they are told. The first group counts of which there is any: what stands in the way of a good
     * request comes before what it names and is not there, and that before what is wrong with it.
     */
    int status() {
        if (any(EnumSet.of(Code.INTERNAL))) {
            return FAULT;
        } else if (any(EnumSet.of(Code.SYNTAX))) {
            return BAD_REQUEST;
        } else if (any(CONFLICTS)) {
            return CONFLICT;
        }
        return any(MISSING) ? NOT_FOUND : UNPROCESSABLE;
    }

    private boolean any(Set<Code> codes) {
        return problems.stream().map(Problem::code).anyMatch(codes::contains);
    }
}
