package dev.sluice.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance's lines on their way to one who follows. What the engine had no time to hand over before the instance was
 * removed is made up from its last lines: those that say why it has ended must not be lost. Safe from any thread.
 */
final class LogTap {

    private static final Logger LOG = LoggerFactory.getLogger(LogTap.class);

    /** So many lines in a row are not the same by accident. */
    private static final int REMEMBERED = 3;

    private final String instance;
    private final Consumer<LogLine> sink;
    private final Deque<String> newest = new ArrayDeque<>();
    private AutoCloseable source = () -> {};
    private boolean finished;

    LogTap(String instance, Consumer<LogLine> sink) {
        this.instance = instance;
        this.sink = sink;
    }

    /** From now on lines come from {@code engine}, until {@link #close}. */
    LogTap fedBy(AutoCloseable engine) {
        source = engine;
        return this;
    }

    synchronized void line(String text) {
        if (!finished) {
            newest.addLast(text);
            if (newest.size() > REMEMBERED) {
                newest.removeFirst();
            }
            sink.accept(new LogLine(instance, text));
        }
    }

    /** Hands over those of the {@code last} lines that have not come yet; then no more come. */
    synchronized void finish(List<String> last) {
        last.subList(known(last), last.size()).forEach(this::line);
        finished = true;
    }

    /** How many of these lines were handed over before. */
    private int known(List<String> last) {
        for (int end = last.size(); end > 0 && !newest.isEmpty(); end--) {
            if (endsWithNewest(last.subList(0, end))) {
                return end;
            }
        }
        return 0;
    }

    private boolean endsWithNewest(List<String> lines) {
        int compared = Math.min(newest.size(), lines.size());
        return List.copyOf(newest)
                .subList(newest.size() - compared, newest.size())
                .equals(lines.subList(lines.size() - compared, lines.size()));
    }

    void close() {
        try {
            source.close();
        } catch (Exception e) {
            LOG.warn("a log could not be closed", e);
        }
    }
}
