package dev.sluice.control.http;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Numbers what was carried out or refused, so that who watches pictures learns whether they show it already: the answer to
 * a command bears its number, and a stream of pictures tells the number behind them. Safe from any thread.
 */
final class Milestones {

    /** The field that bears the number, in an answer's head. */
    static final String FIELD = "Sluice-Shown";

    private final Set<LongConsumer> streams = new LinkedHashSet<>();
    private long newest;

    /** What a command has done was just told to all that watch; the number of that. */
    synchronized long next() {
        newest++;
        streams.forEach(stream -> stream.accept(newest));
        return newest;
    }

    /** The stream is told the newest number, and from then on each. It must not wait. */
    synchronized void follow(LongConsumer stream) {
        streams.add(stream);
        stream.accept(newest);
    }

    synchronized void leave(LongConsumer stream) {
        streams.remove(stream);
    }

    /** The answer with the number. */
    Reply stamped(Reply answer) {
        return answer.with(FIELD, Long.toString(next()));
    }

    /** Of an answer; empty if it bears none. */
    static OptionalLong of(Reply answer) {
        var number = answer.fields().get(FIELD);
        return number == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
    }
}
