package dev.sluice.console.logs;

import dev.sluice.console.logs.LogEntry.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When one instance has written its newest line, and how grave that is. A line that does not say its time was written when
 * it came, unless it belongs to the one before it, as those of a traceback do.
 *
 * <p>But when following begins, lines of the past come all at once, and when they came says nothing of when they were
 * written. Nobody says which lines these are; those of an instance's first second are taken for them. There a line that does
 * not say its time goes with the line before it, which is the nearest that is known. Where no line before says one, they
 * stay together at the moment when the first came: they were written before that, and show no time ({@link LogPast} knows
 * better if one after them says its time).
 *
 * @param since when the instance's first line came
 * @param head when the newest line came that belongs to no other
 * @param stamped whether a line that says its time came then
 * @param at when the newest line was written, as far as is known
 * @param timed whether this is worth to be shown
 * @param level of the newest line
 * @param message what the newest line belongs to
 */
record LogVoice(
        Instant since, Instant head, boolean stamped, Instant at, boolean timed, Level level, LogMessage message) {

    /** What belongs together comes within this time, and so do the lines of the past. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** Of an instance whose first line comes now. */
    static LogVoice silent(Instant now) {
        return new LogVoice(now, now, false, now, false, Level.PLAIN, new LogMessage("", 0, LogMessage.GoesOn.NEVER));
    }

    LogVoice says(Instant time, String text, Level own, Instant now) {
        var begun = isAtOnce(since, now) ? LogMessage.past(text) : LogMessage.stamped(text, own);
        return new LogVoice(since, now, true, time, true, own, begun);
    }

    LogVoice saysWithoutTime(String text, Level own, Instant now) {
        boolean near = isAtOnce(head, now);
        return (near ? message.with(text) : Optional.<LogMessage>empty())
                .map(longer -> goesOn(longer, own))
                .orElseGet(() -> begins(text, own, near, now));
    }

    /** A traceback is as grave as the line that it belongs to. */
    private LogVoice goesOn(LogMessage longer, Level own) {
        var graver = own.compareTo(level) > 0 ? own : level;
        return new LogVoice(since, head, stamped, at, false, graver, longer);
    }

    private LogVoice begins(String text, Level own, boolean near, Instant now) {
        var begun = LogMessage.unstamped(text);
        if (near && stamped) {
            // Nothing nearer is known; shown it is where more than a line begins.
            return new LogVoice(since, head, true, at, LogMessage.isTraceback(text), own, begun);
        }
        if (isAtOnce(since, now)) {
            return new LogVoice(since, now, false, at, false, own, begun);
        }
        // The instance's clock may be ahead of ours; its lines stay in their order all the same.
        return new LogVoice(since, now, false, now.isBefore(at) ? at : now, true, own, begun);
    }

    private static boolean isAtOnce(Instant first, Instant second) {
        return second.isBefore(first.plus(AT_ONCE));
    }
}
