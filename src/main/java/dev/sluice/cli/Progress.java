package dev.sluice.cli;

import dev.sluice.control.Job;
import dev.sluice.domain.Phase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells on standard error how far something has come: at a terminal in one line that is written over, for a script in a
 * line for each phase. Safe from any thread.
 */
final class Progress {

    private static final String REST_OF_LINE = "\u001b[K";

    private final Voice voice;
    private final Clock clock;
    private final String what;
    private final Instant began;
    private int steps;
    private String line;
    private int width;

    /** @param what such as {@code create deployment diabetes/blue} */
    Progress(Voice voice, Clock clock, String what) {
        this.voice = voice;
        this.clock = clock;
        this.what = what;
        this.began = clock.instant();
        this.line = what;
    }

    /** The job has come so far. */
    synchronized void show(Job job) {
        job.steps().stream().skip(steps).map(Job.Step::phase).forEach(this::begin);
        steps = Math.max(steps, job.steps().size());
        tick();
    }

    private void begin(Phase phase) {
        line = what + ": " + phase.name().toLowerCase(Locale.ROOT);
        if (!isWrittenOver()) {
            voice.say(line);
        }
    }

    /** Time has passed. */
    synchronized void tick() {
        if (isWrittenOver()) {
            write("\r" + line + ", " + elapsed().toSeconds() + " s" + REST_OF_LINE);
        }
    }

    private boolean isWrittenOver() {
        return voice.terminal().showsProgress() && !voice.isQuiet();
    }

    private Duration elapsed() {
        return Duration.between(began, clock.instant());
    }

    /** Leaves the line empty for what comes next. */
    synchronized void close() {
        if (width > 0) {
            write("\r" + REST_OF_LINE);
        }
    }

    private void write(String text) {
        width = text.length();
        voice.terminal().err().print(text);
        voice.terminal().err().flush();
    }
}
