package dev.sluice.control.http;

import dev.sluice.control.http.json.Misfit;

/** Why a runtime does not answer, in a sentence for whoever asked it, and what to do. */
final class Silence {

    private static final String START = "start it with ./sluice serve";

    private Silence() {}

    static IllegalStateException nobody() {
        return new IllegalStateException("No runtime is up; " + START);
    }

    static IllegalStateException gone(Doorway there, Throwable why) {
        return new IllegalStateException(
                "The runtime at " + there.address() + " does not answer: " + why.getMessage() + "; " + START, why);
    }

    /** It does not know the secret. */
    static IllegalStateException stranger(Doorway there) {
        return new IllegalStateException("The runtime at " + there.address()
                + " is not the one whose secret is known here; it may have been started anew: ask again."
                + " If it stays like that, end the process that ./sluice status names, and " + START);
    }

    static IllegalStateException brokenOff(Doorway there, Throwable why) {
        return new IllegalStateException(
                "The runtime at " + there.address() + " did not answer to the end: " + why.getMessage()
                        + "; look whether what you asked for was done before you ask again",
                why);
    }

    /** It is of another version. */
    static NotUnderstood strange(Misfit why) {
        var problem = why.problem();
        var what = problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message();
        return new NotUnderstood(
                "The runtime is of another version, its answer is not understood here (" + what
                        + "); stop it with ./sluice stop, and " + START,
                why);
    }
}
