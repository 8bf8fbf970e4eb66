package dev.sluice.engine.docker;

/** A build has come to nothing: in which step, and why. */
final class BuildFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of thing is in the way; programs decide by this and never by the text. */
    enum Cause {
        UNKNOWN_PACKAGE,
        PACKAGES,
        IMAGE,
        FILE,
        SYNTAX,
        COMMAND,
        NETWORK,
        DISK_FULL,
        TOO_LONG,
        ENGINE_GONE
    }

    /**
     * Why.
     *
     * @param subject the package that it is about, as pip or conda names it; empty if it is about none
     */
    record Reason(Cause cause, String subject, String what, String remedy) {

        Reason(Cause cause, String what, String remedy) {
            this(cause, "", what, remedy);
        }

        /** What to do, to the end: each of these is worth another try. */
        String wholeRemedy() {
            return remedy.endsWith("try again") ? remedy : remedy + ", then deploy again";
        }
    }

    private final int step;
    private final String instruction;
    private final transient Reason reason;

    /**
     * @param step counted from 1
     * @param instruction as it stands in the Dockerfile; empty if none had begun
     */
    BuildFailed(int step, String instruction, Reason reason) {
        super(reason.what());
        this.step = step;
        this.instruction = instruction;
        this.reason = reason;
    }

    int step() {
        return step;
    }

    String instruction() {
        return instruction;
    }

    Reason reason() {
        return reason;
    }
}
