package dev.sluice.control.http.json;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;

/** Says why some JSON is not what was expected: where in it, what is wrong, and what would be right. */
public final class Misfit extends IllegalArgumentException {

    private final Problem problem;

    private Misfit(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** {@code path} is where, as seen from what is being read; {@link #under} makes it longer on the way out. */
    static Misfit of(Code code, String path, String message, String remedy) {
        return new Misfit(Problem.of(code, path, message, remedy));
    }

    static Misfit badValue(String message, String remedy) {
        return of(Code.BAD_VALUE, "", message, remedy);
    }

    static Misfit noJson(String message, Place where) {
        return new Misfit(Problem.of(Code.SYNTAX, "", "this is no JSON: " + message, "send one JSON value, in UTF-8")
                .at(where));
    }

    /** Of something that has come in place of {@code expected}. */
    static Misfit unexpected(Object json, String expected) {
        return badValue(Json.kind(json) + " stands where " + expected + " is expected", "write " + expected);
    }

    /** A value's own refusal. */
    static Misfit refused(RuntimeException refusal) {
        var why = refusal.getMessage();
        return badValue(why == null ? "such a value cannot be" : why, "");
    }

    Misfit underKey(String key) {
        return under(key);
    }

    Misfit underItem(int index) {
        return under("[" + index + "]");
    }

    private Misfit under(String step) {
        var rest = problem.path();
        var path = rest.isEmpty() || rest.startsWith("[") ? step + rest : step + "." + rest;
        return new Misfit(new Problem(problem.code(), path, problem.message(), problem.remedy(), problem.place()));
    }

    public Problem problem() {
        return problem;
    }
}
