package dev.sluice.domain;

/**
 * One thing the user must put right: what is wrong, where ({@code path} is the key, such as {@code traffic.green}, and
 * {@code place} the spot in a file), and what to do about it.
 */
public record Problem(Code code, String path, String message, String remedy, Place place) {

    /** What kind of problem it is; programs decide by this and never by the message. */
    public enum Code {
        SYNTAX,
        UNKNOWN_KEY,
        MISSING_KEY,
        BAD_VALUE,
        NAME_LENGTH,
        NAME_CHARACTERS,
        ALREADY_EXISTS,
        NOT_FOUND,
        UNKNOWN_DEPLOYMENT,
        TRAFFIC_TOTAL,
        TRAFFIC_NOT_READY,
        MIRROR_TOO_LARGE,
        MIRROR_TARGETS,
        MIRROR_AND_LIVE,
        MIRROR_NOT_SUPPORTED,
        STILL_LIVE,
        /** Somebody did not want it any more before it was done. */
        CANCELLED,
        /** It cannot be done before something else has ended. */
        BUSY,
        /** Another operation has not ended (the cloud's 409); a user may want it ended by this one. */
        UNDER_WAY,
        /** An operation on another deployment of the endpoint has not ended (409 too); a user may want this one beside it. */
        ENDPOINT_BUSY,
        NOT_SUPPORTED,
        USER_SCRIPT_NOT_FOUND,
        USER_SCRIPT_SYNTAX_ERROR,
        USER_SCRIPT_FUNCTION_NOT_FOUND,
        USER_SCRIPT_IMPORT_ERROR,
        USER_SCRIPT_INIT_FAILED,
        USER_SCRIPT_INIT_TIMEOUT,
        OUT_OF_MEMORY,
        INSTANCE_EXITED,
        IMAGE_BUILD_FAILURE,
        IMAGE_NOT_FOUND,
        PORT_NEVER_OPENED,
        RESOURCE_NOT_READY,
        OUT_OF_QUOTA,
        /** More of the computer than it has; a user may want it all the same. */
        OUT_OF_CAPACITY,
        ENGINE_UNAVAILABLE,
        INTERNAL
    }

    public static Problem of(Code code, String path, String message, String remedy) {
        return new Problem(code, path, message, remedy, Place.NOWHERE);
    }

    /** The same problem, said to stand at {@code where}. */
    public Problem at(Place where) {
        return new Problem(code, path, message, remedy, where);
    }

    /** What is wrong, as a sentence of its own. */
    public String what() {
        return Sentence.of(message);
    }

    /** What to do about it, to stand behind a colon; empty if nobody knows. */
    public String whatToDo() {
        return remedy.isEmpty() ? "" : Sentence.ended(remedy.strip());
    }

    /** For the journal: whole sentences, and no key of a file unless it stands in one. */
    public String told() {
        var where = place.isKnown() ? place + " " + path + ": " : "";
        return where + what() + (remedy.isEmpty() ? "" : " What to do: " + whatToDo());
    }

    /** One line for the command line: where, what, what to do. */
    public String sentence() {
        var where = place.isKnown() ? place + " " : "";
        var key = path.isEmpty() ? "" : path + ": ";
        return where + key + message + (remedy.isEmpty() ? "" : ". To mend it: " + remedy);
    }
}
