package dev.sluice.console.logs;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was written at once, such as a traceback: the line that begins it, and those that may go on with it. For lines of one
 * instance, as they come.
 *
 * @param first the line that it begins with
 * @param lines how many it has so far
 */
record LogMessage(String first, int lines, GoesOn goesOn) {

    /** Which lines go on with it. A line with a time of its own never does. */
    enum GoesOn {
        /** None: its logger writes single lines, so that what a model's library writes next to it is another thing. */
        NEVER,
        /** Indented ones. */
        INDENTED,
        /** Indented ones and a traceback, which Python's logging adds to what is said of an exception. */
        INDENTED_OR_TRACEBACK,
        /** Indented ones and a traceback, up to its exception. */
        INDENTED_OR_FRAMES,
        /** All up to the next one with a time: the scoring server writes tracebacks in one piece. */
        ALL,
        /** A traceback's frames, and the exception after them. */
        FRAMES,
        /** A traceback is over, but it may be the cause of another one. */
        CAUSED
    }

    /** What never ends is no traceback. */
    private static final int MOST_LINES = 200;

    private static final String TRACEBACK = "Traceback (most recent call last)";

    private static final Pattern SINGLE = Pattern.compile("(sluice|azmlinfsrv)\\.(access|print) - ");

    private static final Pattern CHAIN = Pattern.compile(
            "\\s*|During handling of the above exception, .*|The above exception was the direct cause of .*");

    /** It begins with a line that says its time. */
    static LogMessage stamped(String first, LogEntry.Level level) {
        if (SINGLE.matcher(first).find()) {
            return new LogMessage(first, 1, GoesOn.NEVER);
        }
        boolean isWhole = level != LogEntry.Level.PLAIN || LogEntry.isDuringRequest(first);
        return new LogMessage(first, 1, isWhole ? GoesOn.ALL : GoesOn.INDENTED_OR_TRACEBACK);
    }

    /**
     * The same among lines of the past. They come all at once, however long after each other they were written: only what is seen
     * to go on with the line does.
     */
    static LogMessage past(String first) {
        if (SINGLE.matcher(first).find()) {
            return new LogMessage(first, 1, GoesOn.NEVER);
        }
        return new LogMessage(first, 1, first.contains(TRACEBACK) ? GoesOn.FRAMES : GoesOn.INDENTED_OR_FRAMES);
    }

    /** It begins with a line that does not: of several of these each one stands for itself, but for a traceback's. */
    static LogMessage unstamped(String first) {
        return new LogMessage(first, 1, isTraceback(first) ? GoesOn.FRAMES : GoesOn.INDENTED);
    }

    /** With this line, which does not say its time; empty if that is none of it. */
    Optional<LogMessage> with(String line) {
        if (lines >= MOST_LINES) {
            return Optional.empty();
        }
        return switch (goesOn) {
            case NEVER -> Optional.empty();
            case INDENTED -> isIndented(line) ? next(goesOn) : Optional.empty();
            case INDENTED_OR_TRACEBACK -> {
                if (isTraceback(line)) {
                    yield next(GoesOn.ALL);
                }
                yield isIndented(line) ? next(goesOn) : Optional.empty();
            }
            case INDENTED_OR_FRAMES -> {
                if (isTraceback(line)) {
                    yield next(GoesOn.FRAMES);
                }
                yield isIndented(line) ? next(goesOn) : Optional.empty();
            }
            case ALL -> next(goesOn);
            case FRAMES -> next(isIndented(line) ? goesOn : GoesOn.CAUSED);
            case CAUSED -> {
                if (isTraceback(line)) {
                    yield next(GoesOn.FRAMES);
                }
                yield CHAIN.matcher(line).matches() ? next(goesOn) : Optional.empty();
            }
        };
    }

    private Optional<LogMessage> next(GoesOn then) {
        return Optional.of(new LogMessage(first, lines + 1, then));
    }

    static boolean isTraceback(String line) {
        return line.startsWith(TRACEBACK);
    }

    private static boolean isIndented(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }
}
