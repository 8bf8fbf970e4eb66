package dev.sluice.cli;

import dev.sluice.control.Reason;
import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A command that comes to nothing: what its process ends with, and what is said on standard error. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<Problem.Code> MISSING =
            EnumSet.of(Problem.Code.NOT_FOUND, Problem.Code.UNKNOWN_DEPLOYMENT);

    /** A class that is not there, or another than it should be, is never the user's fault. */
    private static final String REBUILD =
            "delete target/sluice.stamp in Sluice's folder, so that the next start builds it anew; if that is of no help, ";

    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int NOT_FOUND = 3;

    private final int exitCode;
    private final transient List<String> lines;

    private CommandFailed(int exitCode, List<String> lines) {
        super(String.join("\n", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    /** The command was not typed as it must be. */
    static CommandFailed usage(String message) {
        return new CommandFailed(USAGE, List.of("ERROR: " + message));
    }

    /** Something else than one of the known problems is in the way. */
    static CommandFailed because(String message, String remedy) {
        return new CommandFailed(REFUSED, List.of("ERROR: " + message, "To mend it: " + remedy));
    }

    /** Nobody has thought of this failure: what there is to say, and where there is more. */
    static CommandFailed unexpected(Throwable failure) {
        return because(
                failure instanceof Error ? failure.toString() : Reason.of(failure),
                (failure instanceof LinkageError ? REBUILD : "")
                        + "give the command again with " + Flags.DEBUG
                        + " to see where it comes from; the runtime's log is"
                        + " sluice.log in its state folder, which './sluice status' names");
    }

    /** It was refused, for each of these problems. */
    static CommandFailed refused(List<Problem> problems) {
        return refused(problems, problem -> problem);
    }

    /** Likewise; {@code placed} says where in a file what a problem is about stands. */
    static CommandFailed refused(List<Problem> problems, UnaryOperator<Problem> placed) {
        return new CommandFailed(
                isMissing(problems) ? NOT_FOUND : REFUSED,
                problems.stream()
                        .flatMap(problem -> told(code(problem), placed.apply(problem)).stream())
                        .toList());
    }

    /** A file, or what was typed in its place, says what cannot be; what it misses are files on this computer. */
    static CommandFailed unreadable(List<Problem> problems) {
        return new CommandFailed(
                REFUSED,
                problems.stream()
                        .flatMap(problem -> told(fileCode(problem), problem).stream())
                        .toList());
    }

    /** It was begun and did not end well; {@code lastLines} are what the instance said before. */
    static CommandFailed ended(Problem problem, List<String> lastLines) {
        var lines = new ArrayList<>(told(code(problem), problem));
        lastLines.forEach(line -> lines.add("  | " + line));
        return new CommandFailed(REFUSED, lines);
    }

    /** Something that the command names is not there. */
    private static boolean isMissing(List<Problem> problems) {
        return problems.stream().map(Problem::code).allMatch(MISSING::contains);
    }

    private static List<String> told(String code, Problem problem) {
        var where = problem.place().isKnown() ? problem.place() + " " : "";
        var key = problem.path().isEmpty() ? "" : problem.path() + ": ";
        var error = "ERROR: (" + code + ") " + where + key + problem.message();
        return problem.remedy().isEmpty() ? List.of(error) : List.of(error, "To mend it: " + remedy(problem));
    }

    /** In words that there are on the command line: nothing is cancelled here but by what takes its place. */
    private static String remedy(Problem problem) {
        return switch (problem.code()) {
            case UNDER_WAY -> "wait until it has ended, or have this done instead by " + Flags.INSIST;
            case ENDPOINT_BUSY -> problem.remedy() + ", or have this done beside it by " + Flags.INSIST;
            case OUT_OF_CAPACITY -> problem.remedy() + "; or insist on it by " + Flags.INSIST;
            default -> problem.remedy();
        };
    }

    private static String fileCode(Problem problem) {
        return problem.code() == Problem.Code.NOT_FOUND ? "FileNotFound" : code(problem);
    }

    /** In the cloud's spelling. */
    private static String code(Problem problem) {
        return problem.code() == Problem.Code.NOT_FOUND ? "ResourceNotFound" : CloudCode.of(problem.code());
    }

    int exitCode() {
        return exitCode;
    }

    List<String> lines() {
        return lines;
    }
}
