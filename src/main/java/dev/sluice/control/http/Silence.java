package dev.sluice.control.http;

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

    /** It is perhaps of another version. */
    static IllegalStateException strange(RuntimeException why) {
        return new IllegalStateException(
                "The runtime's answer is not understood here: " + why.getMessage()
                        + "; if it is of another version, stop it with ./sluice stop, and " + START,
                why);
    }
}
